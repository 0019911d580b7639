#pragma once

#include "diagnostics/shared_api.hpp"

#include <string>
#include <string_view>

namespace jixiao JIXIAO_BETWEEN_LIBRARIES {

/// A cell's text as a value: as printed, less what extraction added. Padding and white space between Chinese
/// characters go (spaces that separate words or numbers stay, one for a run); NUL and control characters go; HTML
/// tags go, paragraphs and <br> become one line feed; radicals and compatibility ideographs become plain ideographs.
/// A raised or lowered digit (<sup>, <sub>) becomes a character of its own, since 10<sup>2</sup> is not 102. Character
/// references are decoded beside tags, or where they are all there is. Nothing else changes: no width folding, no
/// NFKC. Linear; one pass and a copy when there is nothing to do.
std::string clean_value(std::string_view text);

/// As clean_value, but line ends in the source stay, as one line feed for a run. Cleaning clean text as prose changes
/// nothing, unless it shows markup that was escaped, or what stood in cells of its own (cell_gap) between Chinese.
std::string clean_prose(std::string_view text);

/// A cell's text as a label key: white space and control characters gone, full-width ASCII forms and radicals folded,
/// brackets of any shape made round, HTML tags gone, colons at the end gone. Appends to `out` and returns the view of
/// what was appended, so that one buffer serves a whole document; the view holds until `out` grows.
std::string_view fold_label(std::string_view text, std::string& out);

/// True when the text is empty or white space (all that Unicode calls so, U+200B, U+FEFF and control characters too).
bool is_blank(std::string_view text);

/// `text` without white space at both ends (same notion of white space).
std::string_view trim(std::string_view text);

/// Terminal cells of a text: East Asian wide and full-width characters take two, combining marks none.
int display_width(std::string_view text);

/// Of one character. One whose East Asian width is ambiguous (“ ≥ ① │) takes `ambiguous` cells.
int character_width(char32_t c, int ambiguous = 1);

} // namespace jixiao
