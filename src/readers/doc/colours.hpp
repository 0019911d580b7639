#pragma once

#include "readers/colour.hpp"

#include <optional>
#include <string_view>

namespace jixiao::doc {

/// A number of the format's palette (Ico); nothing for "automatic".
std::optional<Colour> palette_colour(unsigned number);

/// COLORREF; nothing for "automatic".
std::optional<Colour> colour_reference(std::string_view bytes);

/// What a shading (Shd80, Shd) puts behind text; nothing when it puts nothing there.
std::optional<Colour> narrow_shading(unsigned shading);
std::optional<Colour> shading(std::string_view bytes);

constexpr std::size_t shading_size = 10; ///< of a Shd, in bytes

} // namespace jixiao::doc
