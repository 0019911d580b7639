#include "readers/geometry/spaces.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

namespace jixiao {

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
  return is_chinese(before) == is_chinese(after) ? Space::apart : Space::at_number;
}

} // namespace jixiao
