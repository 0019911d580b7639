#pragma once

#include "tests/calibrate/layout_print.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
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
  std::vector<PrintedCell> cells;
  std::size_t rows = 0, columns = 0;
  std::vector<std::size_t> blocks;                              ///< the rows with which they begin
  std::size_t header = 0, first_record = 0, end_of_records = 0; ///< rows of the table of indicators
  Columns places;                                               ///< of an indicator's texts
  std::optional<std::size_t> cut;                               ///< the row with which a second table begins
  calibrate::FormTruth truth;

  std::size_t first_column() const { return std::min({places.level1, places.level2, places.name}); }

  bool is_of_record(PrintedCell const& cell) const;     ///< below the header, beside no label of all of them
  bool is_of_indicators(PrintedCell const& cell) const; ///< the same, or a header

  /// Makes room for a row above `row`; cells over the border grow.
  void insert_row(std::size_t row);

  /// Makes room for a column left of `column` in the table of indicators; what stands above and below it grows.
  void insert_column(std::size_t column);
};

PrintedForm printed_form(calibrate::LayoutPrint print);

std::string to_html(PrintedForm const& form);

/// Cells parted by tabs: what a merged cell covers is blank.
std::string to_tabs(PrintedForm const& form);

/// The same with the cells alone: nothing stands for what a merged one covers.
std::string to_cells(PrintedForm const& form);

/// The same with the text of a merged cell in all that it covers.
std::string to_tabs_again(PrintedForm const& form);

} // namespace jixiao::property
