#include "readers/reader.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace jixiao {

namespace {

/// The cells of a row that a reader laid out need not stand in its order.
std::pair<std::uint32_t, std::uint32_t> extent(std::span<Cell const> cells) {
  std::pair<std::uint32_t, std::uint32_t> range{0xFFFFFFFF, 0};
  for (auto const& cell : cells) {
    if (cell.end == 0)
      continue; // an empty position without a place of its own
    range.first = std::min(range.first, cell.begin);
    range.second = std::max(range.second, cell.end);
  }
  return range.second == 0 ? std::pair<std::uint32_t, std::uint32_t>{} : range;
}

} // namespace

Location locate(Opened const& opened, std::size_t row_index, std::size_t cell_index) {
  auto const& reading = opened.reading;
  auto const& row = reading.rows.at(row_index);
  auto const& block = reading.blocks.at(row.block);
  bool const whole_row = cell_index >= row.cell_count;
  auto const& first = reading.cells.at(row.first_cell + (whole_row ? 0 : cell_index));
  auto const [begin, end] = whole_row ? extent(reading.cells_of(row)) : std::pair(first.begin, first.end);

  Location location;
  if (opened.text.ok()) {
    location.begin = opened.text.source_offset(begin);
    location.end = opened.text.source_offset(end);
  }
  if (first.line != 0)
    location.line = first.line;
  if (auto const column = first.line != 0 ? opened.text.column(first.begin) : 0; column != 0)
    location.column = column;
  if (auto const page = row.page != 0 ? row.page : block.page; page != 0)
    location.page = page;
  if (block.kind == BlockKind::table) {
    location.table = block.table;
    location.row = block.row_offset + static_cast<std::uint32_t>(row_index - block.first_row);
    if (!whole_row)
      location.cell = static_cast<std::uint32_t>(cell_index);
  }
  return location;
}

} // namespace jixiao
