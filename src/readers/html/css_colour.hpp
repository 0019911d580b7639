#pragma once

#include "readers/colour.hpp"

#include <optional>
#include <string_view>

namespace jixiao {

/// A value of `color` in lower case: a name, #fff, #ffffff, rgb(255, 255, 255). Nothing for what is taken from
/// elsewhere
/// ("inherit"); unknown for what is not followed.
std::optional<Colour> css_colour(std::string_view value);

/// True for a value of `color` that shows nothing: "transparent", and colours without opacity.
bool is_transparent(std::string_view value);

/// A value of `background`, `background-color` or `background-image`; nothing when what is behind shows through.
std::optional<Colour> css_background(std::string_view value);

} // namespace jixiao
