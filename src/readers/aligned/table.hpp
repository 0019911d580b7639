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

/// Reads the lines [first, last) as one table. Gives the words behind gutters that were taken for spaces, one of a text
/// at most; `enough`: no more of them are looked for. Where there are any, nothing is read: mark them, and read again.
/// If none are asked for, the table is read with them.
std::vector<std::uint32_t> read_table(Sheet const& sheet, std::uint32_t first, std::uint32_t last, Stand stand,
                                      std::size_t enough, Table& out);

} // namespace jixiao::aligned
