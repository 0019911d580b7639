#include "text/clean.hpp"

#include "text/characters.hpp"
#include "text/utf8.hpp"

#include <unicode/uchar.h>

namespace jixiao {

int character_width(char32_t c, int ambiguous) {
  if (c >= 0x20 && c < 0x7F)
    return 1;
  if (c >= 0x4E00 && c < 0xA000)
    return 2;
  auto const code_point = static_cast<UChar32>(c);
  constexpr std::uint32_t zero_width = U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK;
  if (c == 0x200B || (U_GET_GC_MASK(code_point) & zero_width) != 0)
    return 0;
  auto const width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
  if (width == U_EA_AMBIGUOUS)
    return ambiguous;
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    width += character_width(c.value);
    at += c.length;
  }
  return width;
}

} // namespace jixiao
