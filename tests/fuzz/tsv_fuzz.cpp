#include "readers/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Cells lie in the text in order; rows cover the cells and blocks the rows, without gaps.
void require_whole(jixiao::Opened const& opened) {
  auto const& reading = opened.reading;
  std::size_t end = 0, cells = 0, rows = 0;
  for (auto const& cell : reading.cells) {
    require(cell.begin >= end && cell.end >= cell.begin && cell.end <= opened.text.text.size());
    end = cell.end;
  }
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0);
    cells += row.cell_count;
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
}

} // namespace

// Any bytes are read as tab-separated text, or turned away with a finding. The bounds are small, so that they are met.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  jixiao::Limits limits;
  limits.line_bytes = 500;
  limits.cells_in_row = 20;
  limits.cells = 300;
  jixiao::DiagnosticSink sink;
  auto const opened = jixiao::open_input({"fuzz", {reinterpret_cast<char const*>(data), size}}, "tsv", limits, sink);
  require(opened.ok || sink.size() > 0);
  require(opened.source.sha256.size() == 64);
  require_whole(opened);
  for (std::size_t row = 0; row < opened.reading.rows.size(); ++row)
    for (std::size_t cell = 0; cell <= opened.reading.rows[row].cell_count; ++cell) {
      auto const at = jixiao::locate(opened, row, cell);
      require(at.begin <= at.end && at.end <= size);
    }
  return 0;
}
