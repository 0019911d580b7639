#pragma once

#include "readers/reader.hpp"
#include "text/utf8_check.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

/// What fuzz targets of readers of bytes share, whose cells have no place in a text.
namespace fuzz {

inline void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Rows cover the cells and blocks the rows, without gaps; a cell stands in the column of its place in the row.
inline void require_whole(jixiao::Reading const& reading) {
  std::size_t cells = 0, rows = 0;
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0 && row.block < reading.blocks.size());
    for (auto const& cell : reading.cells_of(row))
      require(cell.x == cells++ - row.first_cell && cell.x_span > 0 && cell.y_span > 0);
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
  for (auto const& cell : reading.cells)
    require(jixiao::check_utf8(cell.text).valid == cell.text.size());
}

/// Any bytes are read by this reader, or turned away with a finding. The bounds are small, so that they are met.
inline void read_package(std::string_view reader, std::string_view bytes) {
  jixiao::Limits limits;
  limits.cells_in_row = 20;
  limits.cells = 300;
  limits.table_depth = 3;
  limits.xml_depth = 40;
  limits.entries = 20;
  limits.part_bytes = 200'000;
  limits.inflated_bytes = 300'000;
  limits.inflation_floor = 10'000;
  jixiao::DiagnosticSink sink;
  auto const opened = jixiao::open_input({"fuzz", bytes}, reader, limits, sink);
  require(opened.ok || sink.size() > 0);
  require(opened.reading.cells.size() <= limits.cells);
  require_whole(opened.reading);
}

} // namespace fuzz
