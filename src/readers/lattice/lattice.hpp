#pragma once

#include "readers/page/page.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// Tables as ruling lines draw them.
namespace jixiao {

/// A cell with the columns and rows it spans.
struct LatticeCell {
  std::uint16_t x = 0, y = 0, x_span = 1, y_span = 1;
  bool open_top = false, open_bottom = false; ///< at the end of the table, with no line there
};

/// A table: the places of its lines, and its cells from left to right and top to bottom. The cells cover the grid.
struct Lattice {
  std::vector<float> xs, ys; ///< one more than columns and rows
  std::vector<LatticeCell> cells;
  std::vector<std::uint32_t> cell_at;         ///< index of the cell, row by row
  bool open_top = false, open_bottom = false; ///< no line closes it there
  bool open_left = false, open_right = false;
  bool unruled = false; ///< white alone shows where its columns end
  bool drawn = false;   ///< the order in which its texts were drawn shows its cells

  std::size_t columns() const { return xs.size() - 1; }
  std::size_t rows() const { return ys.size() - 1; }
  Box box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  Box box_of(LatticeCell const& cell) const {
    return {xs[cell.x], ys[cell.y], xs[cell.x + cell.x_span], ys[cell.y + cell.y_span]};
  }

  /// Index of the cell at a place within the box.
  std::uint32_t find(float x, float y) const;
};

struct Lattices {
  std::vector<Lattice> tables; ///< in no order; one may stand in a cell of another
  bool too_many_lines = false; ///< more than can be looked at: there are no tables
};

/// Finds the tables of a page: lines that cross or touch each other make one. An outer side that is not drawn is closed
/// where the lines that meet it end. A box with nothing in it but text is no table. `known`: where the columns of the
/// page before end, for tables that have lines between their rows alone or none; `drawn`: its cells were told by the
/// order in which they were drawn.
Lattices find_lattices(PageModel const& page, std::span<float const> known = {}, bool drawn = false);

} // namespace jixiao
