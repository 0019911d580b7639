#pragma once

#include <cstdint>

namespace jixiao::pdf {

/// The character of a glyph of Adobe's collection of simplified Chinese (Adobe-GB1); 0 when it has none of its own.
char32_t adobe_gb1_character(std::uint32_t cid);

} // namespace jixiao::pdf
