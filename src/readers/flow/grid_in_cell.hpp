#pragma once

#include <cstddef>
#include <string_view>

namespace jixiao {

/// A table alone in a cell, row by row: is it a part of the form? It is where it is as large as one (rows of indicators
/// have their levels, names and values) and one of its first rows holds labels or groups of indicators. What else lies
/// in a cell as a table, of years in a goal or of members in an account of the project, is a part of its text.
class GridInCell {
public:
  void begin_row() { ++rows_, cells_ = labels_ = 0; }

  /// The next cell of the row. Its text counts in the first rows alone: `is_in_head()`.
  void cell(std::string_view text);

  bool is_in_head() const { return rows_ <= rows_of_head; }
  bool is_part_of_form() const { return rows_ >= fewest_rows && widest_ >= fewest_columns && has_labels_; }

private:
  static constexpr std::size_t fewest_rows = 4, fewest_columns = 4, rows_of_head = 2, fewest_labels = 2;

  std::size_t rows_ = 0, cells_ = 0, widest_ = 0, labels_ = 0;
  bool has_labels_ = false;
};

/// A part of a form has the row to itself but for its label; goals stand beside each other.
constexpr std::size_t most_cells_beside_grid = 1;

} // namespace jixiao
