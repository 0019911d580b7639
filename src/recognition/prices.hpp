#pragma once

#include "recognition/columns.hpp"
#include "recognition/looks.hpp"

namespace jixiao::recognition::prices {

// What a reading costs. One unit is about the doubt that two readings of equal looks leave. A text in a column that
// holds nothing of its kind costs more than any number of blanks.

constexpr double misfit = 4;           ///< from here on a text is not taken for what stands in the column
constexpr double impossible = 9;       ///< a number where words stand, and the other way round
constexpr double surplus = 12;         ///< a text that is in no column: never before any column was tried
constexpr double joined = 3;           ///< a text that goes on in the next cell
constexpr double off_grid = 3;         ///< where the carrier knows the grid: not below its header,
constexpr double off_grid_column = 1;  ///< and for each column between
constexpr double slide = 0.8;          ///< where rows may have slid: each change of the distance from the header,
constexpr double slide_column = 0.15;  ///< and for each column of it
constexpr double first_slide = 0.75;   ///< a row that slid as a whole pays this part
constexpr double label_as_name = 1.5;  ///< there: a label that may be a name, 满意度
constexpr double surplus_label = 1;    ///< where they may: a label of a group beside others
constexpr double nameless_row = 3.3;   ///< there: no name, which no other row can lend,
constexpr double valueless_row = 3;    ///< no value, which may have slid off the table
constexpr double words_as_value = 0.6; ///< whatever their length
constexpr double stray_blank = 0.7;    ///< a blank between texts that no column takes
constexpr double blank = 0.1;          ///< a blank that a column takes
constexpr double line_end = 0.6;       ///< a record over a line end that may be one of a cell
constexpr double record = 1;           ///< for each record, so that none is parted for nothing
constexpr double group_row = 1;        ///< a row of nothing but labels of groups

/// A column without a cell, where the carrier may leave blanks out.
double missing(Column const& column);

/// A text of this look in this column.
double fit(Column const& column, Look look);

} // namespace jixiao::recognition::prices
