#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/groups.hpp"

#include <optional>

namespace jixiao::aligned {

constexpr std::size_t no_band = static_cast<std::size_t>(-1);

/// A cell of the table; `left` and `right` are borders, or everywhere.
struct TableCell {
  RunList runs;
  std::size_t row = 0, rows = 1;
  double left = 0, right = 0;
  bool side = false; ///< in the column of labels beside the rows
  bool sure = true;
};

struct Table {
  std::size_t rows = 0;
  std::vector<TableCell> cells;
  std::vector<std::uint32_t> first_line; ///< of each row
  std::vector<std::size_t> band;         ///< of each row
  RunList strays;                        ///< texts that no cell could be told for
  double price = 0;
  std::uint32_t word_to_part = 0; ///< a gutter that was taken for a space: mark it, and read again
};

/// Reads the lines [first, last) as one table.
Table read_table(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand);

} // namespace jixiao::aligned
