#include "readers/doc/colours.hpp"

#include "readers/ole2/bytes.hpp"

#include <array>

namespace jixiao::doc {
namespace {

constexpr unsigned clear = 0, solid = 1, nothing = 0xFFFF; // patterns

std::optional<Colour> shading_colour(std::optional<Colour> fore, std::optional<Colour> back, unsigned pattern) {
  if (pattern == clear || pattern == nothing)
    return back;
  return pattern == solid ? fore.value_or(black_colour) : unknown_colour;
}

} // namespace

std::optional<Colour> palette_colour(unsigned number) {
  constexpr std::array<Colour, 16> palette = {0x000000, 0x0000FF, 0x00FFFF, 0x00FF00, 0xFF00FF, 0xFF0000,
                                              0xFFFF00, 0xFFFFFF, 0x000080, 0x008080, 0x008000, 0x800080,
                                              0x800000, 0x808000, 0x808080, 0xC0C0C0};
  return number == 0 || number > palette.size() ? std::nullopt : std::optional(palette[number - 1]);
}

std::optional<Colour> colour_reference(std::string_view bytes) {
  if (bytes.size() < 4 || ole2::u8(bytes, 3) != 0)
    return std::nullopt;
  return static_cast<Colour>(ole2::u8(bytes, 0) << 16 | ole2::u8(bytes, 1) << 8 | ole2::u8(bytes, 2));
}

std::optional<Colour> narrow_shading(unsigned shading) {
  constexpr unsigned colours = 0x1F;
  return shading == nothing
             ? std::nullopt
             : shading_colour(palette_colour(shading & colours), palette_colour(shading >> 5 & colours), shading >> 10);
}

std::optional<Colour> shading(std::string_view bytes) {
  return bytes.size() < shading_size ? std::nullopt
                                     : shading_colour(colour_reference(bytes.substr(0, 4)),
                                                      colour_reference(bytes.substr(4, 4)), ole2::u16(bytes, 8));
}

} // namespace jixiao::doc
