#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao::pdf {

enum class BaseEncoding : std::uint8_t { standard, mac_roman, win_ansi };

/// The character of a one-byte code; 0 when the encoding has none there.
char32_t character_of(BaseEncoding encoding, std::uint8_t code);

/// The character of a glyph's name ("comma", "uni4E2D", "u20AC"); 0 when the name does not tell.
char32_t character_of_name(std::string_view name);

} // namespace jixiao::pdf
