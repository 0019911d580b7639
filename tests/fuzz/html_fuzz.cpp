#include "readers/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Each cell stands in the text; rows cover the cells and blocks the rows, without gaps; columns count up.
void require_whole(jixiao::Opened const& opened, jixiao::Limits const& limits) {
  auto const& reading = opened.reading;
  std::size_t cells = 0, rows = 0;
  require(reading.cells.size() <= limits.cells);
  for (auto const& cell : reading.cells)
    require(cell.begin <= cell.end && cell.end <= opened.text.text.size() && cell.x_span > 0 && cell.y_span > 0);
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0 && row.cell_count <= limits.cells_in_row);
    for (std::size_t x = 0; x < row.cell_count; ++x)
      require(reading.cells[cells + x].x == x);
    cells += row.cell_count;
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
}

} // namespace

// Any bytes are read as a web page. The bounds are small, so that they are met.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::Limits limits;
  limits.cells_in_row = 20;
  limits.cells = 300;
  limits.table_depth = 3;
  limits.xml_depth = 24;
  jixiao::DiagnosticSink sink;
  auto const opened = jixiao::open_input({"fuzz", {reinterpret_cast<char const*>(data), size}}, "html", limits, sink);
  require(opened.ok || sink.size() > 0);
  require_whole(opened, limits);
  for (std::size_t row = 0; row < opened.reading.rows.size(); ++row)
    for (std::size_t cell = 0; cell <= opened.reading.rows[row].cell_count; ++cell) {
      auto const at = jixiao::locate(opened, row, cell);
      require(at.begin <= at.end && at.end <= size);
    }
  return 0;
}
