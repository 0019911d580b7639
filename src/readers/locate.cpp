#include "readers/reader.hpp"

namespace jixiao {

Location locate(Opened const& opened, std::size_t row_index, std::size_t cell_index) {
  auto const& reading = opened.reading;
  auto const& row = reading.rows.at(row_index);
  auto const& block = reading.blocks.at(row.block);
  bool const whole_row = cell_index >= row.cell_count;
  auto const& first = reading.cells.at(row.first_cell + (whole_row ? 0 : cell_index));
  auto const& last = whole_row ? reading.cells.at(row.first_cell + row.cell_count - 1) : first;

  Location location;
  if (opened.text.ok()) {
    location.begin = opened.text.source_offset(first.begin);
    location.end = opened.text.source_offset(last.end);
  }
  if (first.line != 0)
    location.line = first.line;
  if (auto const column = first.line != 0 ? opened.text.column(first.begin) : 0; column != 0)
    location.column = column;
  if (block.page != 0)
    location.page = block.page;
  if (block.kind == BlockKind::table) {
    location.table = block.table;
    location.row = block.row_offset + static_cast<std::uint32_t>(row_index - block.first_row);
    if (!whole_row)
      location.cell = static_cast<std::uint32_t>(cell_index);
  }
  return location;
}

} // namespace jixiao
