#include "recognition/fused/words.hpp"

#include "recognition/vocabulary_file.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace jixiao::recognition::fused {

namespace {

constexpr std::size_t shortest_double = 6; ///< bytes of one half

/// The longest first.
std::vector<std::string> const& result_words() {
  static std::vector<std::string> const words = [] {
    std::vector<std::string> out;
    for (auto const& word : listed_words("results.vocab"))
      out.emplace_back(word.word);
    std::ranges::sort(out, std::greater{}, &std::string::size);
    return out;
  }();
  return words;
}

/// X where a text ends with X X behind `before` bytes or, where `exact`, behind just as many.
std::string_view doubled(std::string_view text, std::size_t before, bool exact) {
  for (auto half = text.size() / 2; half >= shortest_double; --half) {
    auto const last = text.substr(text.size() - half);
    bool const in_character = (static_cast<unsigned char>(last[0]) & 0xC0) == 0x80;
    if (in_character || text.substr(text.size() - 2 * half, half) != last)
      continue;
    auto const left = text.size() - 2 * half;
    if (exact ? left == before : left >= before)
      return last;
  }
  return {};
}

} // namespace

bool is_result_word(std::string_view text) {
  auto const& words = result_words();
  return std::ranges::find(words, text) != words.end();
}

std::string_view result_at_end(std::string_view text) {
  for (auto const& word : result_words())
    if (text.ends_with(word) && text.size() >= word.size() + shortest_name)
      return text.substr(text.size() - word.size());
  return {};
}

std::string_view half_of_double(std::string_view text) { return doubled(text, 0, true); }

std::string_view double_at_end(std::string_view text) { return doubled(text, shortest_name, false); }

} // namespace jixiao::recognition::fused
