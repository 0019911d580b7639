#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// White space as the value grammars see it: ASCII, no-break and ideographic space, U+2000 to U+200B, U+FEFF.
namespace jixiao::grammars {

/// Bytes of the white space character that begins at `first`; 0 when another character stands there.
inline std::size_t space_length(char const* first, char const* last) {
  if (first == last)
    return 0;
  auto const lead = static_cast<unsigned char>(*first);
  if (lead <= ' ')
    return lead == ' ' || (lead >= '\t' && lead <= '\r') ? 1 : 0;
  if (lead < 0xC2)
    return 0;
  if (lead == 0xC2)
    return last - first >= 2 && first[1] == '\xA0' ? 2 : 0;
  if (last - first < 3)
    return 0;
  if (lead == 0xE3)
    return first[1] == '\x80' && first[2] == '\x80' ? 3 : 0;
  if (lead == 0xEF)
    return first[1] == '\xBB' && first[2] == '\xBF' ? 3 : 0;
  auto const third = static_cast<unsigned char>(first[2]);
  return lead == 0xE2 && first[1] == '\x80' && third >= 0x80 && third <= 0x8B ? 3 : 0;
}

std::string_view trim(std::string_view text);

/// The text without white space, but for one space where there was some between two ASCII letters or digits:
/// "%的 场馆参与" is "%的场馆参与", "5 km" stays.
std::string close_up(std::string_view text);

} // namespace jixiao::grammars
