#pragma once

#include "readers/symbols.hpp"
#include "readers/pdf/cmap.hpp"
#include "readers/pdf/file.hpp"
#include "readers/pdf/predefined.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::pdf {

/// Widths of glyphs [low, high], in thousandths of an em.
struct WidthRange {
  std::uint32_t low = 0, high = 0;
  float width = 0;
};

/// What one code of a string shows.
struct ShownCode {
  std::uint32_t code = 0;
  std::size_t length = 1; ///< in bytes
  double width = 0;       ///< in ems; along the line of writing
  std::u32string text;    ///< empty: the font does not say
};

/// A font of a document: how its codes are read, which characters they are and how far they advance.
struct Font {
  std::string name;
  bool composite = false;
  bool vertical = false;
  double scale = 1;   ///< of an em of Type 3
  bool flips = false; ///< glyphs of Type 3 that are drawn with y counting down

  bool has_own_cmap = false;
  CMap encoding;          ///< of a composite font, when it is in the file
  Predefined predefined;  ///< likewise, when it is named
  bool gbk_bytes = false; ///< a simple font whose strings are GBK all the same

  CMap to_unicode;
  bool adobe_gb1 = false;             ///< glyphs are numbered as in Adobe's collection
  std::vector<char32_t> glyphs;       ///< characters by the glyph's number in the embedded font
  std::string glyph_numbers;          ///< CIDToGIDMap; empty: the identity
  std::array<char32_t, 256> simple{}; ///< characters of one-byte codes
  SymbolFont symbols = SymbolFont::none;

  std::vector<WidthRange> widths; ///< sorted
  double default_width = 1000;

  /// The code at the beginning of `bytes`, which are not empty.
  ShownCode next(std::string_view bytes) const;
};

/// Reads a font's dictionary. What is missing or damaged in it is read as if it were not there.
Font read_font(Object const& dictionary);

} // namespace jixiao::pdf
