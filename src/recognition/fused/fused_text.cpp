#include "recognition/fused/fused_text.hpp"

#include "recognition/columns/columns.hpp"
#include "recognition/fused/form.hpp"
#include "recognition/fused/form_head.hpp"
#include "recognition/fused/lattice.hpp"
#include "recognition/labels/other_characters.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao::recognition {

namespace {

constexpr std::size_t most_fused_text = 400'000; ///< bytes of a document that is parted

/// Labels of columns that make a header.
constexpr std::size_t fewest_columns = 3;

bool is_paragraph(Reading const& reading, Row const& row) {
  return reading.blocks[row.block].kind == BlockKind::paragraph;
}

/// Whether a question holds of a line of a text that is not too long to be parted.
template <class Question> bool any_line(Reading const& reading, Question asks) {
  std::size_t size = 0;
  bool any = false;
  for (auto const& row : reading.rows) {
    if (row.cell_count == 0)
      continue;
    auto const& text = reading.cells[row.first_cell].text;
    size += text.size();
    if (size > most_fused_text)
      return false;
    any = any || (is_paragraph(reading, row) && asks(text));
  }
  return any;
}

bool is_fused(Reading const& reading, LabelFinder const& labels) {
  auto const is_header = [&](std::string_view text) {
    return fused::may_hold_columns(text) && fused::glued_columns(SimplifiedLine(text).text(), labels) >= fewest_columns;
  };
  return any_line(reading, is_header) && !has_table_header(reading, labels);
}

constexpr std::size_t fewest_on_first_line = 3; ///< labels on the line with the first mark

/// Bytes of `2、` at the start of a line.
std::size_t mark_length(std::string_view line, std::size_t number) {
  auto const mark = std::to_string(number) + "、";
  return line.starts_with(mark) ? mark.size() : 0;
}

/// A page that shows a document in pieces numbers these 1、 2、 3、 wherever a cell is cut: the lines with a mark, and
/// its bytes. None where other lines stand between them, or the first holds no form.
std::unordered_map<std::uint32_t, std::size_t> find_marks(Reading const& reading, LabelFinder const& labels) {
  std::unordered_map<std::uint32_t, std::size_t> out;
  for (auto const& row : reading.rows) {
    if (!is_paragraph(reading, row) || row.cell_count == 0 || is_blank(reading.cells[row.first_cell].text))
      continue;
    std::string_view const line = reading.cells[row.first_cell].text;
    auto const length = mark_length(line, out.size() + 1);
    if (out.empty() && (length == 0 || fused::count_labels(line, labels) < fewest_on_first_line))
      continue;
    if (length == 0)
      break;
    out.emplace(row.first_cell, length);
  }
  return out;
}

using Lines = std::unordered_map<std::uint32_t, SimplifiedLine>; ///< by the index of their cell

/// Values and labels stay as they are printed.
void put_as_printed(FusedCells& cells, Lines const& lines) {
  for (auto& [cell, parted] : cells) {
    auto const line = lines.find(cell);
    for (auto& piece : parted.pieces) {
      auto const printed = line == lines.end() ? piece.text : line->second.as_printed(piece.text);
      bool const label = piece.label.known() || piece.label.is_level();
      piece.label.other_characters = piece.label.other_characters || (label && printed != piece.text);
      piece.text = printed;
    }
  }
}

FusedCells part_lines(Reading const& reading, LabelFinder const& labels) {
  fused::FormReader reader(labels);
  auto const marks = find_marks(reading, labels);
  Lines lines;
  for (auto const& row : reading.rows) {
    if (!is_paragraph(reading, row) || row.cell_count == 0)
      continue;
    auto const mark = marks.find(row.first_cell);
    auto const& line = lines.try_emplace(row.first_cell, reading.cells[row.first_cell].text).first->second;
    reader.read_line(row.first_cell, line.text(), mark == marks.end() ? 0 : mark->second);
  }
  auto cells = reader.finish();
  put_as_printed(cells, lines);
  return cells;
}

bool holds_head(Reading const& reading, LabelFinder const& labels) {
  fused::FormHead head(labels);
  return any_line(reading, [&](std::string_view text) { return head.take(SimplifiedLine(text).text()); });
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
  return is_fused(reading, labels) ? part_lines(reading, labels) : FusedCells();
}

FusedCells part_lines_of_form(Reading const& reading, LabelFinder const& labels) {
  return holds_head(reading, labels) ? part_lines(reading, labels) : FusedCells();
}

} // namespace jixiao::recognition
