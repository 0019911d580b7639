#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/lines_to_rows.hpp"

namespace jixiao::aligned {

/// True for a cell whose text may as well be of the columns beside those that it was put into, [first, last): it
/// reaches over their borders, or holds what is seldom in them.
bool leaves_open(Sheet const& sheet, Band const& band, RowCell const& cell, std::size_t first, std::size_t last);

/// True for lines of sentences of which the last one does not end: what is behind them may stand in other cells.
bool breaks_off(Sheet const& sheet, RunList const& runs);

/// True for a row of several lines in all of its cells, one of which is the label of a level: where no header tells
/// the columns, its lines may be rows beside that label.
bool may_be_rows_beside_level(Sheet const& sheet, SheetRow const& row);

} // namespace jixiao::aligned
