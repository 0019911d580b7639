#pragma once

#include "recognition/columns/header_row.hpp"

namespace jixiao::recognition {

/// The rows of a header below its first one, as one row: where two stand below each other, each label keeps the one
/// above it. Empty when the header has one row. For carriers that have rows.
HeaderRow read_lower_rows(Page const& page, HeaderRow const& upper, std::uint32_t end);

/// A row of labels that nobody has listed, or only some of them, below the label of the values (or below 评价标准 where
/// they are grades): no groups, no values, and where the grid is known nothing beside what that label spans.
bool is_below_values(Page const& page, HeaderRow const& upper, HeaderRow const& row);

} // namespace jixiao::recognition
