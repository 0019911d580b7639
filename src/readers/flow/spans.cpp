#include "readers/flow/flow.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace jixiao::flow {
namespace {

/// A cell that reaches down, by its first column.
struct Cover {
  std::uint32_t columns = 1, rows = 0; ///< rows still to be covered
};

constexpr std::uint32_t widest_row = 0xFFFF;

using Covers = std::map<std::uint32_t, Cover>;

/// Puts the cells that go on where cells above reach down to, up to the first free column.
std::uint32_t put_covered(Covers& covers, std::uint32_t column, std::vector<Cell>& row, std::uint64_t& budget) {
  for (auto cover = covers.find(column); cover != covers.end() && budget > 0; cover = covers.find(column), --budget) {
    auto const columns = cover->second.columns;
    row.push_back(Cell{.blocks = {}, .columns = columns});
    row.back().goes_on_above = true;
    if (--cover->second.rows == 0)
      covers.erase(cover);
    column = std::min(column + columns, widest_row);
  }
  return column;
}

} // namespace

bool set_continuing_cells(Table& table, std::uint64_t budget) {
  Covers covers;
  for (auto& row : table.rows) {
    std::vector<Cell> cells;
    std::vector<std::pair<std::uint32_t, Cover>> begun;
    auto column = row.skipped_columns;
    for (auto& cell : row.cells) {
      column = put_covered(covers, column, cells, budget);
      if (auto const rows = std::exchange(cell.rows, 1); rows > 1 && column < widest_row)
        begun.push_back({column, {std::min(cell.columns, widest_row), rows - 1}});
      column = std::min(column + std::min(cell.columns, widest_row), widest_row);
      cells.push_back(std::move(cell));
    }
    put_covered(covers, column, cells, budget);
    covers.insert(begun.begin(), begun.end());
    row.cells = std::move(cells);
  }
  return budget > 0;
}

} // namespace jixiao::flow
