#include "readers/flow/flow.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::flow {
namespace {

constexpr std::int32_t widest_difference = 15; // of edges that are meant to be one, in twips

struct Edges {
  std::vector<std::int32_t> all;
  std::int32_t narrowest = std::numeric_limits<std::int32_t>::max();
};

void append(Blocks& to, Blocks&& from) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
  from.clear();
}

void drop_cells_without_width(Row& row) {
  auto left = row.left;
  std::vector<Cell> kept;
  for (auto& cell : row.cells) {
    if (cell.right <= left && !kept.empty()) {
      append(kept.back().blocks, std::move(cell.blocks));
      continue;
    }
    left = std::max(left, cell.right);
    kept.push_back(std::move(cell));
  }
  row.cells = std::move(kept);
}

Edges edges_of(Table const& table) {
  Edges edges;
  for (auto const& row : table.rows) {
    auto left = row.left;
    edges.all.push_back(left);
    for (auto const& cell : row.cells) {
      if (auto const width = std::int64_t{cell.right} - left; width > 0 && width < edges.narrowest)
        edges.narrowest = static_cast<std::int32_t>(width);
      edges.all.push_back(left = cell.right);
    }
  }
  std::ranges::sort(edges.all);
  return edges;
}

/// The edges between columns: the first of each that lie together.
std::vector<std::int32_t> columns_of(Edges const& edges) {
  auto const reach = std::min(widest_difference, edges.narrowest - 1);
  std::vector<std::int32_t> columns;
  for (auto const edge : edges.all)
    if (columns.empty() || std::int64_t{edge} - columns.back() > reach)
      columns.push_back(edge);
  return columns;
}

} // namespace

void set_columns_from_edges(Table& table) {
  for (auto& row : table.rows)
    drop_cells_without_width(row);
  auto const columns = columns_of(edges_of(table));
  auto const column_of = [&](std::int32_t edge) {
    auto const behind = std::ranges::upper_bound(columns, edge);
    return static_cast<std::uint32_t>(behind - columns.begin()) - (behind == columns.begin() ? 0 : 1);
  };
  for (auto& row : table.rows) {
    auto at = row.skipped_columns = column_of(row.left);
    for (auto& cell : row.cells) {
      auto const end = std::max(column_of(cell.right), at + 1);
      cell.columns = end - at;
      at = end;
    }
  }
}

} // namespace jixiao::flow
