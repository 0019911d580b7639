#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// What a text tells of where cells and rows end.
struct TextBorders {
  Borders borders = Borders::order;
  bool by_blanks = false;    ///< nothing but blanks parts the cells
  bool breaks_cells = false; ///< line ends stand inside cells
};

/// Text without tables has a cell a line, or cells parted by blanks when a header line shows it. `rows_told` false: its
/// line ends are no ends of rows, as was found out. Linear in the text.
TextBorders find_text_borders(Reading const& reading, LabelFinder const& labels, bool rows_told);

/// True when the rows of tables reach to the end of their grid, but for a few: a carrier that leaves out covered cells
/// has short ones.
bool covers_its_grid(Reading const& reading);

} // namespace jixiao::recognition
