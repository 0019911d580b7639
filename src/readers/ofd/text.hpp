#pragma once

#include "readers/ofd/values.hpp"
#include "readers/page/page.hpp"
#include "readers/symbols.hpp"

#include <pugixml.hpp>

#include <string>
#include <vector>

namespace jixiao::ofd {

/// A character of a TextCode with the place it begins at on its line.
struct PlacedCode {
  char32_t character = 0; ///< U+FFFD: it does not say which
  double x = 0, y = 0;
  double width = 0;
};

/// A TextCode: what is shown as one string.
struct PlacedText {
  std::vector<PlacedCode> codes;
  Point way{1, 0}; ///< where the next character stands, as most do
};

/// The texts of a TextObject, in its own coordinates. A code that names a glyph of the font only, as CGTransform
/// allows, is U+FFFD: one for private use, or the same for glyphs that differ.
std::vector<PlacedText> placed_texts(pugi::xml_node object, SymbolFont symbols, double size, double stretch);

} // namespace jixiao::ofd
