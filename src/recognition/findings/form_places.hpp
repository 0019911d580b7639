#pragma once

#include "readers/reader.hpp"
#include "recognition/fields/draft.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// Where the cell of a piece stands.
Location locate_piece(Opened const& opened, Page const& page, std::uint32_t index);

/// The row of a piece as a whole.
Location locate_row(Opened const& opened, Page const& page, std::uint32_t index);

/// Fills in where the fields, amounts and indicators of a form stand.
void place_form(Draft& draft, Opened const& opened);

} // namespace jixiao::recognition
