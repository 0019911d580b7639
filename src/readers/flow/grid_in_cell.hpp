#pragma once

#include <cstddef>

namespace jixiao {

/// True for a table that is as large as a part of a form: rows of indicators have their levels, names and values. What
/// lies in a goal as a table of a few columns is smaller, and a part of its text.
constexpr bool is_grid_of_form(std::size_t rows, std::size_t widest_row) {
  constexpr std::size_t fewest_rows = 4, fewest_columns = 4;
  return rows >= fewest_rows && widest_row >= fewest_columns;
}

/// A part of a form has the row to itself but for its label; goals stand beside each other.
constexpr std::size_t most_cells_beside_grid = 1;

} // namespace jixiao
