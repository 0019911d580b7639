#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::cli {

/// The candidate that begins with what was typed or is nearest to it, case aside; empty when none is near.
std::string_view nearest(std::string_view typed, std::vector<std::string_view> const& candidates);

/// `; did you mean NAME?`, or nothing.
std::string did_you_mean(std::string_view typed, std::vector<std::string_view> const& candidates);

} // namespace jixiao::cli
