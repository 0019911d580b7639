#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

/// The CMaps that every reader of PDF has, and documents name.
namespace jixiao::pdf {

enum class Charset : std::uint8_t {
  identity, ///< two bytes that number a glyph
  gbk,      ///< one or two bytes of GBK, or four of GB18030
  utf16,
  utf8,
  utf32,
  two_bytes ///< a charset of two bytes that is not known further
};

struct Predefined {
  Charset charset = Charset::identity;
  bool vertical = false;
  bool half_width_latin = false; ///< glyphs of Latin letters are half an em wide
};

/// By the name of the CMap, "GBK-EUC-H".
Predefined predefined_cmap(std::string_view name);

/// A code at the beginning of `bytes`, which are not empty.
struct CharsetCode {
  char32_t character = 0; ///< 0: unknown
  std::size_t length = 1;
};
CharsetCode read_code(Charset charset, std::string_view bytes);

} // namespace jixiao::pdf
