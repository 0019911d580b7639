#pragma once

#include <string>
#include <string_view>

namespace jixiao {

/// A text without the codes of symbol fonts.
struct PlainSigns {
  std::string text;
  std::string read;       ///< "U+F0B3 → ≥": those that were taken for a character; empty when none was
  std::string unreadable; ///< "U+F123, (cid:149)": characters that nothing says the meaning of
};

/// Private characters (U+E000 to U+F8FF) are codes of a font that the text no longer names; `(cid:149)` is the number
/// of a glyph, U+FFFD a character that was lost. Codes of the fonts that forms are printed with are read as what they
/// show before a digit or elsewhere; the rest stays, since something stood there.
PlainSigns plain_signs(std::string_view text);

} // namespace jixiao
