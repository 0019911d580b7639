#pragma once

#include "readers/geometry/columns.hpp"

namespace jixiao {

/// A cell: its lines from top to bottom, and the grid columns they reach over.
struct GridCell {
  std::uint16_t c0 = 0, c1 = 0;
  std::uint32_t y_span = 1;
  std::vector<std::uint32_t> segments; ///< indexes into ColumnText::segments
};

using GridRow = std::vector<GridCell>; // from left to right

struct TableRows {
  std::vector<GridRow> rows;
  bool centred = false; ///< cells stand in the middle of their rows
};

enum class Room : std::uint8_t { none, unsure, left };

/// How much room the columns of a table have, as their texts show.
class Measures {
public:
  /// `alike`: the tables of the document with as many columns, which are of one make when places are rough.
  Measures(PageText const& text, ColumnText const& columns, std::span<ColumnText const* const> alike);

  /// Whether the segment has room for the beginning of the one below.
  Room room(Segment const& above, Segment const& below) const;

  /// How much a full line says, from 0 to 1: in a column of a few characters most lines are full.
  double weight(Segment const& segment) const;

private:
  double measure(Segment const& segment) const;
  double measure_in_band(Segment const& segment) const;

  PageText const& text_;
  std::vector<std::pair<std::uint32_t, double>> widest_;         ///< by columns c0, c1; sorted
  std::vector<std::pair<std::uint64_t, double>> widest_in_band_; ///< by band and columns; sorted
  std::vector<double> right_edges_;                              ///< of the texts that end in a column
};

/// Puts the segments of a table into cells and rows at least cost. What speaks for one cell: lines that follow at the
/// pitch, and a line that had no room for the next. What speaks for a row: its cells begin on one line, or have their
/// middles on one line. Linear in the lines, for rows of bounded height. Nothing when even the best reading is too
/// dear.
TableRows find_rows(PageText const& text, ColumnText const& columns, Measures const& measures);

} // namespace jixiao
