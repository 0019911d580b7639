#include "readers/reader.hpp"
#include "text/utf8_check.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Rows cover the cells and blocks the rows, without gaps; a cell stands in the column of its place in the row; merged
/// cells stay within their table, and no text stands in what they cover to the right.
void require_whole(jixiao::Reading const& reading) {
  std::size_t cells = 0, rows = 0;
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0 && row.block < reading.blocks.size());
    cells += row.cell_count;
    auto const texts = reading.cells_of(row);
    for (std::size_t x = 0; x < texts.size(); ++x)
      require(texts[x].x == x && texts[x].x_span > 0 && texts[x].y_span > 0);
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
  for (auto const& cell : reading.cells)
    require(jixiao::check_utf8(cell.text).valid == cell.text.size());
}

void run(std::string_view bytes, std::string_view reader) {
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

} // namespace

// Any bytes are read, or turned away with a finding: as a package, as flat XML, and as the body of a document, where
// most of what is random comes through to the reader.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  run(bytes, "docx");
  run(bytes, "word-xml");
  run("<w:wordDocument><w:body>" + std::string(bytes) + "</w:body></w:wordDocument>", "word-xml");
  return 0;
}
