#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/lines_to_rows.hpp"

namespace jixiao::aligned {

/// True for a cell whose text may as well be of the columns beside those that it was put into, [first, last): it
/// reaches over their borders, or holds what is seldom in them.
bool leaves_open(Sheet const& sheet, Band const& band, RowCell const& cell, std::size_t first, std::size_t last);

/// True for lines of sentences of which the last one does not end: what is behind them may stand in other cells.
bool breaks_off(Sheet const& sheet, RunList const& runs);

} // namespace jixiao::aligned
