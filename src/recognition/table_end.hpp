#pragma once

#include "recognition/pieces.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// True for a piece that stands below the rows of indicators and ends them. `first` is the first piece of the header,
/// `end` that of the form. Looks ahead to the next header at most.
bool ends_table(Page const& page, std::uint32_t index, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
