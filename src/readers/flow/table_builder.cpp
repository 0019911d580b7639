#include "readers/flow/table_builder.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jixiao::flow {
namespace {

constexpr std::int32_t width_of_unknown = 1000; // of a cell that its row does not describe, in twips
constexpr std::int32_t farthest_edge = 1 << 20;

} // namespace

std::size_t TableBuilder::go_to(std::size_t level) {
  if (level > limit_) {
    too_deep_ = true;
    level = limit_;
  }
  while (levels_.size() > level)
    close_table();
  while (levels_.size() < level)
    levels_.emplace_back();
  return level;
}

void TableBuilder::close_table() {
  auto const level = levels_.size();
  if (!levels_.back().cell.empty())
    end_cell(level);
  if (!levels_.back().row.empty())
    end_row(level, 0, {});
  auto table = std::move(levels_.back().table);
  levels_.pop_back();
  if (table.rows.empty())
    return;
  set_columns_from_edges(table);
  blocks_at(level - 1).push_back({{}, std::make_unique<Table>(std::move(table))});
}

void TableBuilder::paragraph(Text&& text, std::size_t level) {
  level = go_to(level);
  if (!text.text.empty() || !text.findings.empty())
    blocks_at(level).push_back({std::move(text)});
}

void TableBuilder::end_cell(std::size_t level) {
  level = go_to(std::max<std::size_t>(level, 1));
  if (level == 0)
    return;
  auto& open = levels_[level - 1];
  auto cell = std::exchange(open.cell, {});
  if (cells_left_ > 0) {
    --cells_left_;
    open.row.push_back({std::move(cell)});
  }
}

void TableBuilder::end_row(std::size_t level, std::int32_t left, std::span<CellEdge const> cells) {
  level = go_to(std::max<std::size_t>(level, 1));
  if (level == 0)
    return;
  auto& open = levels_[level - 1];
  Row row{std::exchange(open.row, {})};
  row.left = std::clamp(left, -farthest_edge, farthest_edge);
  auto edge = row.left;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    auto& cell = row.cells[i];
    if (i < cells.size()) {
      cell.goes_on_above = cells[i].goes_on_above;
      cell.goes_on_left = cells[i].goes_on_left;
      edge = std::clamp(cells[i].right, -farthest_edge, farthest_edge);
    } else {
      edge = std::min(edge, farthest_edge) + width_of_unknown;
    }
    cell.right = edge;
  }
  if (!row.cells.empty())
    open.table.rows.push_back(std::move(row));
}

void TableBuilder::append(Blocks&& blocks) {
  auto& to = blocks_at(levels_.size());
  for (auto& block : blocks)
    block.floats = true;
  std::move(blocks.begin(), blocks.end(), std::back_inserter(to));
}

Blocks TableBuilder::finish() && {
  go_to(0);
  return std::move(blocks_);
}

} // namespace jixiao::flow
