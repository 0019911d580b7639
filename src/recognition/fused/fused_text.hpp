#pragma once

#include "grid/reading.hpp"
#include "recognition/pieces/fused_cells.hpp"

/// Text in which nothing parts the cells, as pieces for the reading without rows.
namespace jixiao::recognition {

/// A row of a table that holds the header of a table of indicators: that table is read as one.
bool has_table_header(Reading const& reading, LabelFinder const& labels);

/// The cells of a reading that have to be parted; empty when it is not fused: no line of it holds the header of a table
/// of indicators with nothing between its labels. Linear in the text but for the runs of numbers, whose search is
/// bounded.
FusedCells part_fused_text(Reading const& reading, LabelFinder const& labels);

/// The same of a reading without any form of which no line need hold the header of a table: where the labels of one
/// stand below its title with their values behind them (form_head.hpp). Empty where none do.
FusedCells part_lines_of_form(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
