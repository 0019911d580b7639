#include "readers/reader.hpp"

#include "tests/workbook_package.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
  if (!holds)
    std::abort();
}

/// Rows cover the cells and blocks the rows, without gaps; a cell stands in the column that its place in the row says.
void require_whole(jixiao::Opened const& opened) {
  auto const& reading = opened.reading;
  std::size_t cells = 0, rows = 0;
  for (auto const& row : reading.rows) {
    require(row.first_cell == cells && row.cell_count > 0);
    for (auto const& cell : reading.cells_of(row))
      require(cell.x == cells++ - row.first_cell && cell.x_span > 0 && cell.y_span > 0);
  }
  for (auto const& block : reading.blocks) {
    require(block.first_row == rows && block.row_count > 0 && block.page > 0);
    rows += block.row_count;
  }
  require(cells == reading.cells.size() && rows == reading.rows.size());
}

void read(std::string_view bytes) {
  jixiao::Limits limits;
  limits.cells_in_row = 20;
  limits.cells = 300;
  limits.xml_depth = 12;
  limits.part_bytes = 1 << 20;
  jixiao::DiagnosticSink sink;
  auto const opened = jixiao::open_input({"fuzz", bytes}, "xlsx", limits, sink);
  require(opened.reading.cells.size() <= limits.cells);
  require_whole(opened);
  for (std::size_t row = 0; row < opened.reading.rows.size(); ++row)
    require(jixiao::locate(opened, row, 0).row < 1'048'576U);
}

/// The text as the parts of a workbook, which NUL separates: a sheet, strings, styles.
std::string as_workbook(std::string_view text) {
  std::array<std::string, 3> parts;
  for (auto& part : parts) {
    auto const end = text.find('\0');
    part = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return jixiao::test::workbook_package({{parts[0]}, parts[1], parts[2], {}, {}});
}

} // namespace

// Any bytes are read as a workbook, or as the inside of the parts of one, within the limits.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes(reinterpret_cast<char const*>(data), size);
  read(bytes);
  read(as_workbook(bytes));
  return 0;
}
