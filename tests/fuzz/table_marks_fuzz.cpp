#include "readers/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Rows cover the cells and blocks the rows, without gaps; each cell stands in its column and in the text.
void require_whole(jixiao::Opened const& opened) {
  auto const& reading = opened.reading;
  std::size_t cells = 0, rows = 0;
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0);
    for (std::uint32_t x = 0; x < row.cell_count; ++x)
      require(reading.cells[cells + x].x == x);
    cells += row.cell_count;
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
  for (auto const& cell : reading.cells)
    require(cell.begin <= cell.end && cell.end <= opened.text.text.size() && cell.x_span > 0 && cell.y_span > 0);
}

} // namespace

// Any text is read. The bounds are small, so that they are met.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::Limits limits;
  limits.line_bytes = 500;
  limits.cells_in_row = 20;
  limits.cells = 300;
  jixiao::DiagnosticSink sink;
  auto const opened =
      jixiao::open_input({"fuzz", {reinterpret_cast<char const*>(data), size}}, "table-marks", limits, sink);
  require(opened.ok || sink.size() > 0);
  require(opened.reading.cells.size() <= limits.cells);
  require_whole(opened);
  return 0;
}
