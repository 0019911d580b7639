#include "readers/geometry/spaces.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace jixiao {

namespace {

/// 412003-城关镇: begins a cell as a name does.
bool is_code_with_name(std::string_view text) {
  auto const dash = text.find('-');
  return dash != std::string_view::npos && dash >= 2 && dash + 1 < text.size() &&
         text.find_first_not_of("0123456789") == dash && is_chinese(character_at(text, dash + 1).value);
}

} // namespace

Space may_part(PageText const& text, std::uint32_t word) {
  auto const &left = text.words[word - 1], &right = text.words[word];
  if (right.x0 - left.x1 < text.metrics.space)
    return Space::no_gutter;
  auto const before = character_before(left.text, left.text.size()).value, after = character_at(right.text, 0).value;
  bool const sentence_goes_on =
      std::u32string_view(U",.;:\uFF0C\u3002\uFF1B\u3001\uFF1A").find(before) != std::u32string_view::npos;
  bool const words = before < 0x80 && after < 0x80;
  if (sentence_goes_on || words)
    return Space::no_gutter;
  bool const name = is_chinese(after) || is_code_with_name(right.text);
  return is_chinese(before) == name ? Space::apart : Space::at_number;
}

} // namespace jixiao
