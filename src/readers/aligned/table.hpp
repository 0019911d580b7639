#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/groups.hpp"
#include "readers/aligned/table_cell.hpp"

namespace jixiao::aligned {

constexpr std::size_t no_band = static_cast<std::size_t>(-1);

struct Table {
  std::size_t rows = 0;
  std::vector<TableCell> cells;
  std::vector<std::uint32_t> first_line; ///< of each row
  std::vector<std::size_t> band;         ///< of each row
  RunList strays;                        ///< texts that no cell could be told for
  double price = 0;
};

/// The words behind gutters that were taken for spaces, one of a text at most: mark them, and ask again.
std::vector<std::uint32_t> hidden_gutters(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand);

/// Reads the lines [first, last) as one table.
Table read_table(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand);

} // namespace jixiao::aligned
