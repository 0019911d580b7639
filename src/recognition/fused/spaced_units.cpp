#include "recognition/fused/spaced_units.hpp"

#include "recognition/fused/values.hpp"
#include "text/clean.hpp"

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t fewest_units = 3;

/// A number with a blank between it and the words behind it.
bool is_spaced(std::vector<Turn> const& turns, std::size_t i) {
  if (i + 1 >= turns.size() || !turns[i].run || turns[i + 1].run || turns[i + 1].outcome)
    return false;
  auto const number = turns[i].text, words = turns[i + 1].text;
  return number.back() >= '0' && number.back() <= '9' && number.data() + number.size() < words.data();
}

} // namespace

void join_spaced_units(std::vector<Turn>& turns) {
  std::size_t spaced = 0, units = 0;
  for (std::size_t i = 0; i < turns.size(); ++i)
    if (is_spaced(turns, i)) {
      ++spaced;
      units += unit_length(turns[i + 1].text) > 0;
    }
  bool const told = units >= fewest_units && units * 4 >= spaced * 3;
  for (std::size_t i = 0; i < turns.size(); ++i) {
    auto const length = is_spaced(turns, i) ? unit_length(turns[i + 1].text) : 0;
    if (length == 0 || (!told && length < turns[i + 1].text.size())) // nothing but a unit is no name
      continue;
    auto& words = turns[i + 1].text;
    turns[i].text = span_of(turns[i].text, words.substr(0, length));
    words = trim(words.substr(length));
  }
  std::erase_if(turns, [](Turn const& turn) { return turn.text.empty(); });
}

} // namespace jixiao::recognition::fused
