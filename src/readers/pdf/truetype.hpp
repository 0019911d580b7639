#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::pdf {

/// The characters of the glyphs of a TrueType or OpenType font, by its `cmap` table; 0 where it has none. Empty when
/// the font has no such table. Any bytes are read, within bounds.
std::vector<char32_t> characters_of_glyphs(std::string_view font);

} // namespace jixiao::pdf
