#pragma once

#include "recognition/columns.hpp"
#include "recognition/looks.hpp"

namespace jixiao::recognition::prices {

// What a reading costs. One unit is about the doubt that two readings of equal looks leave. A text in a column that
// holds nothing of its kind costs more than any number of blanks.

constexpr double impossible = 9;      ///< a number where words stand, and the other way round
constexpr double surplus = 12;        ///< a text that is in no column: never before any column was tried
constexpr double joined = 3;          ///< a text that goes on in the next cell
constexpr double off_grid = 3;        ///< where the carrier knows the grid: not below its header,
constexpr double off_grid_column = 1; ///< and for each column between
constexpr double drift = 0.15;        ///< where it does not: for each column between, at most four
constexpr double stray_blank = 0.7;   ///< a blank between texts that no column takes
constexpr double blank = 0.1;         ///< a blank that a column takes
constexpr double line_end = 0.6;      ///< a record over a line end that may be one of a cell
constexpr double record = 1;          ///< for each record, so that none is parted for nothing
constexpr double group_row = 1;       ///< a row of nothing but labels of groups

/// A column without a cell, where the carrier may leave blanks out.
double missing(Column const& column);

/// A text of this look in this column.
double fit(Column const& column, Look look);

} // namespace jixiao::recognition::prices
