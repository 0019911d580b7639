#pragma once

#include <cstdint>
#include <string_view>

namespace jixiao {

/// The colour of text, or of what stands behind it: 0xRRGGBB.
using Colour = std::uint32_t;

constexpr Colour black_colour = 0, white_colour = 0xFFFFFF;
constexpr Colour unknown_colour = 0x1000000; ///< of a picture, a pattern, a theme: the same as no other

/// True when text of a colour is not seen on what has the other: it is the same, or so near that no eye tells them
/// apart.
constexpr bool is_lost_on(Colour text, Colour background) {
  constexpr Colour nearest = 8; // of a channel
  if (text >= unknown_colour || background >= unknown_colour)
    return text == background && text != unknown_colour;
  for (unsigned shift = 0; shift < 24; shift += 8) {
    auto const a = text >> shift & 0xFF, b = background >> shift & 0xFF;
    if ((a > b ? a - b : b - a) > nearest)
      return false;
  }
  return true;
}

/// Of six hexadecimal digits, behind a # or not: "4472C4". Another text is an unknown colour.
Colour hexadecimal_colour(std::string_view text);

} // namespace jixiao
