#include "recognition/fused_text.hpp"

#include "recognition/fused/form.hpp"
#include "recognition/fused/lattice.hpp"
#include "recognition/columns.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_fused_text = 400'000; ///< bytes of a document that is parted

/// Labels of columns that make a header.
constexpr std::size_t fewest_columns = 3;

bool is_paragraph(Reading const& reading, Row const& row) {
  return reading.blocks[row.block].kind == BlockKind::paragraph;
}

bool is_fused(Reading const& reading, LabelFinder const& labels) {
  std::size_t size = 0, glued = 0;
  for (auto const& row : reading.rows) {
    if (row.cell_count == 0)
      continue;
    auto const& text = reading.cells[row.first_cell].text;
    size += text.size();
    if (is_paragraph(reading, row))
      glued = std::max(glued, fused::glued_columns(text, labels));
  }
  return glued >= fewest_columns && size <= most_fused_text && !has_table_header(reading, labels);
}

} // namespace

bool has_table_header(Reading const& reading, LabelFinder const& labels) {
  auto const is_column = [&](Cell const& cell) {
    auto const kind = column_kind(labels.find(cell.text));
    return kind && *kind < ColumnKind::project_name;
  };
  return std::ranges::any_of(reading.rows, [&](Row const& row) {
    return !is_paragraph(reading, row) &&
           std::ranges::count_if(reading.cells_of(row), is_column) >= static_cast<std::ptrdiff_t>(fewest_columns);
  });
}

FusedCells part_fused_text(Reading const& reading, LabelFinder const& labels) {
  if (!is_fused(reading, labels))
    return {};
  fused::FormReader reader(labels);
  for (auto const& row : reading.rows)
    if (is_paragraph(reading, row) && row.cell_count > 0)
      reader.read_line(row.first_cell, reading.cells[row.first_cell].text);
  return reader.finish();
}

} // namespace jixiao::recognition
