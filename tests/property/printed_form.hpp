#pragma once

#include "tests/calibrate/layout_print.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jixiao::property {

/// A cell of a table, and the rows and columns that it covers.
struct PrintedCell {
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
  std::string text;

  std::size_t end_row() const { return row + rows; }
  std::size_t end_column() const { return column + columns; }
};

/// A form whose table is open to changes: every cell knows its place.
struct PrintedForm {
  std::vector<std::string> lines; ///< above the table
  std::vector<std::string> below; ///< the table
  std::vector<PrintedCell> cells;
  std::size_t rows = 0, columns = 0;
  std::vector<std::size_t> blocks;                              ///< the rows with which they begin
  std::size_t header = 0, first_record = 0, end_of_records = 0; ///< rows of the table of indicators
  Columns places;                                               ///< of an indicator's texts
  std::optional<std::size_t> cut;                               ///< the row with which a second table begins
  std::string between;                                          ///< the line above that
  calibrate::FormTruth truth;

  std::size_t first_column() const { return std::min({places.level1, places.level2, places.name}); }

  bool is_of_record(PrintedCell const& cell) const;     ///< below the header, beside no label of all of them
  bool is_of_indicators(PrintedCell const& cell) const; ///< the same, or a header

  /// Makes room for a row above `row`; cells over the border grow.
  void insert_row(std::size_t row);

  bool is_level(PrintedCell const& cell) const; ///< a group of indicators

  /// A label of a value, an amount, a goal or a column: nothing that a form is filled in with.
  bool is_label(PrintedCell const& cell) const;

  /// The cell that covers a place.
  PrintedCell* cell_at(std::size_t row, std::size_t column);

  /// The name of an indicator stands on the row.
  bool is_named(std::size_t row) const;

  /// Makes room for a column left of `column` in the table of indicators; what stands above and below it grows.
  void insert_column(std::size_t column);

  /// A row with one cell over the whole width.
  void add_row(std::size_t row, std::string text);

  /// Cells that go on below the end of the row above are cut there; the parts below have the text that `rest` gives.
  void cut_cells(std::size_t row, std::string (*rest)(PrintedCell const& cell));
};

PrintedForm printed_form(calibrate::LayoutPrint print);

/// The forms of a page, one below the other.
using PrintedForms = std::span<PrintedForm const>;

std::string to_html(PrintedForms forms);

/// Cells parted by tabs: what a merged cell covers is blank.
std::string to_tabs(PrintedForms forms);

/// The same with the cells alone: nothing stands for what a merged one covers.
std::string to_cells(PrintedForms forms);

/// The same with the text of a merged cell in all that it covers.
std::string to_tabs_again(PrintedForms forms);

/// Texts below each other with blanks between, as `pdftotext -layout` prints a table whose cells stand in the middle of
/// their rows.
std::string to_aligned(PrintedForms forms);

} // namespace jixiao::property
