#include "recognition/fused/turns.hpp"

#include "recognition/fused/values.hpp"
#include "recognition/fused/words.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao::recognition::fused {

std::vector<Turn> turns_of(std::string_view stretch) {
  std::vector<Turn> out;
  std::size_t begin = 0;
  int depth = 0;
  auto const add = [&](std::size_t from, std::size_t to, bool run, bool outcome = false) {
    if (auto const text = trim(stretch.substr(from, to - from)); !text.empty())
      out.push_back({text, run, outcome});
  };
  for (std::size_t at = 0; at < stretch.size();) {
    auto const c = character_at(stretch, at);
    if (c.value == '(' || c.value == U'（')
      ++depth;
    else if ((c.value == ')' || c.value == U'）') && depth > 0) // that of 1） closes nothing
      --depth;
    auto const outcome = depth > 0 ? 0 : outcome_length(stretch.substr(at));
    auto const length = depth > 0 || outcome > 0 ? outcome : run_length(stretch.substr(at));
    if (length == 0) {
      at += c.length;
      continue;
    }
    add(begin, at, false);
    add(at, at + length, outcome == 0, outcome > 0);
    at += length;
    begin = at;
  }
  add(begin, stretch.size(), false);
  return out;
}

std::string_view span_of(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

} // namespace jixiao::recognition::fused
