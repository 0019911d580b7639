#pragma once

#include "readers/xlsx/drawing_part.hpp"
#include "readers/xlsx/drawings.hpp"
#include "readers/xlsx/sheet.hpp"

namespace jixiao {

/// Gives what lies over a sheet its place: a text in an empty cell is the cell's, another stands above or below the
/// table or is a finding, and what has no text is a finding on the cell that it begins in.
class DrawingPlacer {
public:
  DrawingPlacer(Sheet& sheet, ReadingBuilder& builder, SheetSurroundings& around);

  void take(SheetDrawing drawing);

  /// A finding on the cell at this place; on none when that is outside of the table.
  void add(std::uint32_t row, std::uint32_t column, TextFinding finding);

  /// Cells and findings are in no order until this.
  void put_in_order();

private:
  struct Place {
    std::uint32_t row, column, last_row, last_column;
  };

  Place origin(std::uint32_t row, std::uint32_t column) const;
  static bool covers(SheetDrawing const& drawing, Place const& place);
  SheetCell* find(std::uint32_t row, std::uint32_t column);
  void set_text(Place const& place, SheetCell* cell, std::string const& text);

  Sheet& sheet_;
  ReadingBuilder& builder_;
  SheetSurroundings& around_;
  std::size_t known_; ///< cells of the sheet itself, which are in order
  std::uint32_t last_row_ = 0, last_column_ = 0;
};

} // namespace jixiao
