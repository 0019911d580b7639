#include "restore/restored_reading.hpp"

#include <algorithm>

namespace jixiao {

RestoredCell restored(Token const& token, std::int32_t x, Doubt doubt) {
  return {x, token.text, token.first_cell, token.last_cell, doubt};
}

Cell RestoredReading::make(RestoredCell const& cell) {
  auto const& first = scraped_.cells[cell.first_cell];
  auto const& last = scraped_.cells[cell.last_cell];
  auto made = first;
  made.end = std::max(first.end, last.end);
  made.x = static_cast<std::uint16_t>(cell.x);
  made.x_span = made.y_span = 1;
  made.doubt = cell.doubt;
  made.text = scraped_.own(cell.text);
  return made;
}

void RestoredReading::open_block(BlockKind kind, std::uint32_t scraped_block) {
  auto const& block = scraped_.blocks[scraped_block];
  blocks_.push_back({kind, static_cast<std::uint32_t>(rows_.size()), 0, block.page});
  if (kind == BlockKind::table)
    blocks_.back().table = tables_++;
}

void RestoredReading::add_row(std::size_t first_cell) {
  rows_.push_back({static_cast<std::uint32_t>(first_cell), static_cast<std::uint32_t>(cells_.size() - first_cell),
                   static_cast<std::uint32_t>(blocks_.size() - 1)});
  ++blocks_.back().row_count;
}

void RestoredReading::copy(std::uint32_t index) {
  auto const& block = scraped_.blocks[index];
  open_block(block.kind, index);
  for (auto row = block.first_row; row < block.first_row + block.row_count; ++row) {
    auto const first = cells_.size();
    auto const cells = scraped_.cells_of(scraped_.rows[row]);
    cells_.insert(cells_.end(), cells.begin(), cells.end());
    add_row(first);
  }
  in_table_ = false;
}

void RestoredReading::row(std::uint32_t block, std::vector<RestoredCell> cells) {
  std::erase_if(cells, [](RestoredCell const& cell) { return cell.text.empty(); });
  if (cells.empty())
    return;
  std::stable_sort(cells.begin(), cells.end(), [](RestoredCell const& a, RestoredCell const& b) { return a.x < b.x; });
  if (!in_table_)
    open_block(BlockKind::table, block);
  in_table_ = blocks_.back().in_columns = true;
  auto const first = cells_.size();
  for (auto const& cell : cells) {
    for (auto x = static_cast<std::int32_t>(cells_.size() - first); x < cell.x; ++x) {
      auto empty = make(cell);
      empty.text = {};
      empty.end = empty.begin;
      empty.x = static_cast<std::uint16_t>(x);
      cells_.push_back(empty);
    }
    cells_.push_back(make(cell));
  }
  add_row(first);
}

void RestoredReading::left_over(std::uint32_t block, Token const& token) {
  end_table();
  row(block, {restored(token, 0)});
  end_table();
}

Reading RestoredReading::finish() && {
  Reading result = std::move(scraped_);
  result.cells = std::move(cells_);
  result.rows = std::move(rows_);
  result.blocks = std::move(blocks_);
  return result;
}

} // namespace jixiao
