#pragma once

#include "readers/geometry/rows.hpp"

namespace jixiao {

/// Labels that stand in the middle of merged cells, beside rows of cells: puts each over the rows whose middle is its
/// own, into the first of them. Returns the price of that: what a label stands off the middle, and rows without one.
double place_labels(PageText const& text, ColumnText const& columns, std::vector<std::uint32_t> const& labels,
                    std::vector<GridRow>& rows);

} // namespace jixiao
