#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// What stands on one line of one cell.
struct Segment {
  std::uint32_t line = 0;            ///< index into PageText::lines
  std::uint32_t first = 0, last = 0; ///< words [first, last)
  std::uint16_t c0 = 0, c1 = 0;      ///< grid columns [c0, c1] between the gutters beside it
  double x0 = 0, x1 = 0, y = 0;
  double width = 0;       ///< in the unit of Word::width
  std::uint32_t band = 0; ///< lines of one band have the same gutters
};

/// The lines of a table, cut at its columns.
struct ColumnText {
  std::vector<Segment> segments;     ///< line by line, from left to right
  std::vector<std::uint32_t> begins; ///< index of each line's first segment, and one for the end
  std::uint16_t columns = 1;
  std::vector<double> boundaries; ///< between the columns; none when places are rough
  bool clear = true;              ///< false when hardly two lines agree on where columns are
};

/// Finds the columns of the lines [first, last). The lines are parted into bands within which gutters run straight
/// down; the grid has a boundary for every gutter of any band, and gutters above each other share one.
ColumnText find_columns(PageText& text, std::size_t first, std::size_t last);

} // namespace jixiao
