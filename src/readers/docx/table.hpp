#pragma once

#include "readers/docx/elements.hpp"
#include "readers/docx/text.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <vector>

namespace jixiao::docx {

/// What a row's or a cell's properties say of its place in the grid.
struct RowPlace {
  std::uint32_t skipped_columns = 0; ///< w:gridBefore
  bool deleted = false;
  bool hidden = false;
};

struct CellPlace {
  std::uint32_t columns = 1;
  bool goes_on_above = false; ///< w:vMerge that continues
  bool begins_down = false;   ///< w:vMerge that begins
  bool goes_on_left = false;  ///< w:hMerge that continues
  bool deleted = false;
  std::optional<Colour> background{};
};

RowPlace row_place(pugi::xml_node row, Changes& changes);
CellPlace cell_place(pugi::xml_node cell, Changes& changes);

/// The columns that a table says it has; 0 when it does not say.
std::uint32_t grid_columns(pugi::xml_node table);

/// True when a table stands in it, outside of its paragraphs.
bool holds_table(pugi::xml_node node);

/// True when the tables in a table's cells have fewer rows than the table has around them: they are part of what a cell
/// says. False when the table does no more than put them in their places.
bool inner_tables_are_smaller(pugi::xml_node table);

/// True for a row that holds a part of the form in a table of its own, as `绩效指标` does that has its rows in the cell
/// beside it.
bool lays_out_grid(pugi::xml_node row);

/// The columns in which cells of a row begin, and whether the next row's fit below them.
class GridCheck {
public:
  explicit GridCheck(std::uint32_t columns) : columns_(columns) {}

  void begin_row(std::uint32_t skipped_columns);
  void cell(CellPlace const& place);

  /// True when the row is wider than the grid, or a cell of it goes on one above that does not begin in its column.
  bool is_off() const { return misplaced_ || (columns_ != 0 && at_ > columns_); }
  std::uint64_t width() const { return at_; }
  std::uint32_t columns() const { return columns_; }

private:
  std::uint32_t columns_;
  std::vector<std::uint64_t> above_, starts_;
  std::uint64_t at_ = 0;
  bool misplaced_ = false;
};

} // namespace jixiao::docx
