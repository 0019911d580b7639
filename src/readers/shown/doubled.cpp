#include "readers/shown/doubled.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <string>

namespace jixiao {
namespace {

constexpr std::size_t telling_pairs = 3; // 高高兴兴 is a word, of two

/// A text by pairs of the same character.
struct Pairs {
  std::size_t pairs = 0;
  bool is_whole = false;  ///< nothing but pairs, white space aside
  bool has_words = false; ///< an ideograph is among them
  bool is_varied = false; ///< not one character over and over, as a line of dots is
};

Pairs pairs_of(std::string_view text) {
  Pairs found;
  char32_t first = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const [c, length] = character_at(text, at);
    at += length;
    if (is_space(c))
      continue;
    if (at >= text.size() || character_at(text, at).value != c)
      return {};
    at += length;
    ++found.pairs;
    found.has_words = found.has_words || c >= 0x3400;
    found.is_varied = found.is_varied || (first != 0 && c != first);
    first = first == 0 ? c : first;
  }
  found.is_whole = found.pairs > 0;
  return found;
}

bool is_telling(Pairs const& found) {
  return found.is_whole && found.pairs >= telling_pairs && found.has_words && found.is_varied;
}

std::string once(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const [c, length] = character_at(text, at);
    out.append(text.substr(at, length));
    at += is_space(c) ? length : 2 * length;
  }
  return out;
}

/// How many texts with words there are, and how many of them are doubled for sure.
struct Survey {
  std::size_t texts = 0, doubled = 0;
  std::string_view example;
};

Survey survey(Reading const& reading) {
  constexpr std::size_t least_bytes = 9; // three ideographs
  Survey found;
  for (auto const& cell : reading.cells) {
    if (cell.text.size() < least_bytes)
      continue;
    auto const text = trim(cell.text);
    if (text.size() < least_bytes)
      continue;
    auto const first = character_at(text, 0);
    if (first.value < 0x3400)
      continue;
    ++found.texts;
    bool const begins_doubled = text.substr(first.length).starts_with(text.substr(0, first.length));
    if (begins_doubled && is_telling(pairs_of(text))) {
      ++found.doubled;
      found.example = found.example.empty() ? text : found.example;
    }
  }
  return found;
}

} // namespace

void undouble(Reading& reading) {
  auto const found = survey(reading);
  if (found.doubled < 2)
    return;
  bool const is_all = found.doubled * 10 >= found.texts * 9;
  std::size_t count = 0;
  for (auto& cell : reading.cells) {
    auto const pairs = pairs_of(cell.text);
    if (!pairs.is_whole || !(is_all || (pairs.has_words && pairs.is_varied)))
      continue;
    cell.text = reading.own(once(cell.text));
    ++count;
  }
  reading.notes.push_back({CellNote::no_cell,
                           Code::characters_doubled,
                           {{"text", std::string(found.example)}, {"count", std::to_string(count)}}});
}

} // namespace jixiao
