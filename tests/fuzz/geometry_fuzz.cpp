#include "readers/bbox/bbox.hpp"
#include "readers/layout/layout.hpp"

#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Rows cover the cells and blocks the rows, without gaps; cells lie in the text, and spans in the limits.
void require_whole(jixiao::Reading const& reading, jixiao::SourceText const& source, jixiao::Limits const& limits) {
  require(reading.cells.size() <= limits.cells);
  for (auto const& cell : reading.cells)
    require(cell.begin <= cell.end && cell.end <= source.text.size() && cell.x_span > 0 && cell.y_span > 0);
  std::size_t cells = 0, rows = 0;
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0 && row.cell_count <= limits.cells_in_row);
    cells += row.cell_count;
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
}

} // namespace

// Any text is read by each reader that works on places, whatever it looks like. The bounds are small, so that they are
// met.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::Limits limits;
  limits.line_bytes = 500;
  limits.cells_in_row = 20;
  limits.cells = 300;
  jixiao::DiagnosticSink sink;
  auto const source = jixiao::decode({reinterpret_cast<char const*>(data), size}, sink);
  if (!source.ok())
    return 0;
  for (auto const read : {jixiao::read_bbox, jixiao::read_word_table, jixiao::read_layout})
    require_whole(read(source, limits, sink), source, limits);
  return 0;
}
