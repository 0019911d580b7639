#pragma once

#include "forms/page.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao {

/// A cell's text for a message: cleaned, and cut when long.
std::string shortened(std::string_view text);

/// A row for a message: its cells as printed, blank ones too, with bars between them.
std::string printed_row(Page const& page, std::uint32_t row);

} // namespace jixiao
