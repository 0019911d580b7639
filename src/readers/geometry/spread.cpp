#include "readers/geometry/spread.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

struct CellExtent {
  double x0, x1;
};

CellExtent extent_of(ColumnText const& columns, GridCell const& cell) {
  CellExtent extent{columns.segments[cell.segments.front()].x0, columns.segments[cell.segments.front()].x1};
  for (auto const i : cell.segments)
    extent.x0 = std::min(extent.x0, columns.segments[i].x0), extent.x1 = std::max(extent.x1, columns.segments[i].x1);
  return extent;
}

class Spreading {
public:
  Spreading(PageText const& text, ColumnText const& columns, bool centred)
      : columns_(columns), em_(text.metrics.em), centred_(centred) {
    left_ = columns.segments.front().x0, right_ = left_;
    for (auto const& segment : columns.segments)
      left_ = std::min(left_, segment.x0), right_ = std::max(right_, segment.x1);
  }

  /// Draws the cell together to the columns that its text touches.
  void tighten(GridCell& cell) const {
    auto const extent = extent_of(columns_, cell);
    auto const before = [&](double x) {
      return static_cast<std::uint16_t>(std::ranges::upper_bound(columns_.boundaries, x) - columns_.boundaries.begin());
    };
    cell.c0 = std::max(cell.c0, before(extent.x0));
    cell.c1 = std::max(cell.c0, std::min(cell.c1, before(extent.x1 - 0.2 * em_)));
  }

  /// Spreads the cell within the columns [first, last].
  void spread(GridCell& cell, std::uint16_t first, std::uint16_t last) const {
    auto const extent = extent_of(columns_, cell);
    auto const middle = (extent.x0 + extent.x1) / 2;
    if (!centred_ && extent.x0 - left_of(cell.c0) < 0.8 * em_ && cell.c0 > 0)
      return;
    auto best = std::pair{cell.c0, cell.c1};
    auto least = std::abs((left_of(cell.c0) + right_of(cell.c1)) / 2 - middle) - 0.8 * em_;
    for (auto c0 = first; c0 <= cell.c0; ++c0)
      for (auto c1 = cell.c1; c1 <= last; ++c1)
        if (auto const off = std::abs((left_of(c0) + right_of(c1)) / 2 - middle); off < least)
          least = off, best = {c0, c1};
    cell.c0 = best.first, cell.c1 = best.second;
  }

  /// A heading in the middle over a wider cell is as wide as that one.
  void take_span_of_below(GridCell& cell, GridRow const& below, std::uint16_t first, std::uint16_t last) const {
    auto const extent = extent_of(columns_, cell);
    for (auto const& other : below) {
      bool const around = other.c0 >= first && other.c1 <= last && other.c0 <= cell.c0 && other.c1 >= cell.c1;
      auto const middle = (left_of(other.c0) + right_of(other.c1)) / 2;
      if (around && std::abs(middle - (extent.x0 + extent.x1) / 2) < em_)
        cell.c0 = other.c0, cell.c1 = other.c1;
    }
  }

private:
  double left_of(std::uint16_t c) const { return c == 0 ? left_ : columns_.boundaries[c - 1U]; }
  double right_of(std::uint16_t c) const { return c < columns_.boundaries.size() ? columns_.boundaries[c] : right_; }

  ColumnText const& columns_;
  double em_, left_ = 0, right_ = 0;
  bool centred_;
};

} // namespace

void spread_centred_cells(PageText const& text, ColumnText const& columns, TableRows& table) {
  constexpr std::uint16_t widest = 40; // columns of a grid; what is wider is no form
  if (columns.boundaries.empty() || columns.segments.empty() || columns.columns > widest)
    return;
  Spreading const spreading(text, columns, table.centred);
  std::vector<std::uint32_t> covered(columns.columns, 0);
  for (auto& row : table.rows)
    for (auto& cell : row)
      if (table.centred && !cell.segments.empty())
        spreading.tighten(cell);
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    auto& row = table.rows[r];
    for (std::size_t i = 0; i < row.size(); ++i) {
      auto first = row[i].c0, last = row[i].c1;
      int const left = i > 0 ? row[i - 1].c1 + 1 : 0, right = i + 1 < row.size() ? row[i + 1].c0 : columns.columns;
      while (first > left && covered[first - 1U] == 0)
        --first;
      while (last + 1 < right && covered[last + 1U] == 0)
        ++last;
      if (!row[i].segments.empty())
        spreading.spread(row[i], first, last);
      if (table.centred && !row[i].segments.empty() && r + 1 < table.rows.size())
        spreading.take_span_of_below(row[i], table.rows[r + 1], first, last);
    }
    for (auto& rows_left : covered)
      rows_left -= rows_left > 0 ? 1U : 0U;
    for (auto const& cell : row)
      std::fill(covered.begin() + cell.c0, covered.begin() + cell.c1 + 1, cell.y_span - 1);
  }
}

} // namespace jixiao
