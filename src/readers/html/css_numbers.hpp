#pragma once

#include <optional>
#include <string_view>

namespace jixiao {

/// The number that a length or a share begins with, or that a sum gives: `calc(1px * 0)`. Units are not told apart.
std::optional<double> css_number(std::string_view value);

} // namespace jixiao
