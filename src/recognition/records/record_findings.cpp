#include "recognition/records/record_findings.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/groups/row_report.hpp"
#include "recognition/rows/record_cells.hpp"

#include <algorithm>

namespace jixiao::recognition {

/// What a column holds, as a person calls it.
std::string_view name_of(ColumnKind kind) {
  switch (kind) {
  case ColumnKind::level1:
    return "level1";
  case ColumnKind::level2:
    return "level2";
  case ColumnKind::project_name:
    return "project_name";
  case ColumnKind::target_of:
    return "targets";
  case ColumnKind::result_to_date:
  case ColumnKind::result_expected:
    return "results";
  default:
    return field_of(kind);
  }
}

namespace {

/// Where covered cells are left out, a row that begins with a group has a cell for every column. Told where all of
/// these have as many more, and no blanks.
void report_wide_rows(Draft& draft, Header const& header, std::uint32_t end) {
  auto const& page = *draft.page;
  if (page.borders != Borders::separated || header.end >= end)
    return;
  constexpr std::uint32_t rows_looked_at = 100; // a header may be printed again and again
  std::size_t whole = 0, width = 0;
  std::uint32_t first_row = 0;
  auto const first = page.pieces[header.end].row;
  for (auto row = first; row + 1 < page.rows.size() && page.rows[row] < end && row < first + rows_looked_at; ++row) {
    auto const cells = page.row(row);
    if (cells.empty() || cells.size() < header.columns.size() || cells.front().label.level1 < 0 ||
        cells.front().label.rest > 0)
      continue;
    if (cells.size() <= header.columns.size() || (whole > 0 && cells.size() != width) ||
        std::ranges::any_of(cells, [](Piece const& piece) { return !piece.is_text(); }))
      return;
    width = cells.size();
    first_row = ++whole == 1 ? row : first_row;
  }
  if (whole > 1)
    draft.remark(Code::rows_wider_than_header,
                 {{"cells", printed_row(page, page.pieces[page.rows[first_row]].source_row)}}, page.rows[first_row],
                 "/indicators");
}

} // namespace

void take_header(Draft& draft, Header const& header, std::uint32_t end) {
  for (auto i = header.first; i < header.end; ++i)
    if (!draft.piece(i).blank() && draft.claim_of(i).kind == ClaimKind::none)
      draft.take_label(i);
  for (auto const& column : header.columns) {
    if (column.guessed)
      draft.remark(Code::header_guessed,
                   {{"label", column.label.back().empty() ? "(no header)" : column.label.back()},
                    {"field", name_of(column.kind)}},
                   column.piece, "/indicators");
    if (column.kind == ColumnKind::budget || column.kind == ColumnKind::measure)
      set_unit_of_amounts(draft, bracket_in(column.label.back()), column.piece);
  }
  report_wide_rows(draft, header, end);
  for (auto i = header.end; i < end && draft.piece(i).label.as(Role::side) && !draft.piece(i).blank(); ++i)
    draft.take_label(i);
}

void RecordFindings::report_columns(std::span<std::size_t const> undecided) const {
  for (std::size_t i = 0; i < span_.cells.size(); ++i) {
    auto const* column = span_.alignment.column_of(columns_, i);
    auto const other = span_.alignment.runners_up[i];
    if (span_.cells[i].blank || draft_.piece(span_.cells[i].piece).undecided || !column || other == Alignment::none ||
        span_.alignment.margins[i] > close_margin)
      continue;
    auto const& here = *column;
    auto const& there = columns_[static_cast<std::size_t>(other)];
    if (here.panel != panel_ || here.kind <= ColumnKind::level2)
      continue;
    auto const path = fields_.path(field_of(here.kind)), other_path = fields_.path(field_of(there.kind));
    if (std::ranges::find(undecided, i) != undecided.end()) {
      remark_cell(draft_, Code::undecided_cell, span_.cells, i, here, there, path);
      if (path != other_path) // else it is said there already
        remark_cell(draft_, Code::undecided_cell, span_.cells, i, there, here, other_path);
    } else if (here.kind != there.kind) {
      remark_cell(draft_, Code::ambiguous_cell, span_.cells, i, here, there, path);
    }
  }
}

void RecordFindings::report_lines() const {
  if (draft_.page->has_rows())
    return; // said of the rows
  // Two cells of a line were two where bars part them: a number is no end of words.
  auto const parts_number = [&](RowCell const& cell) {
    return cell.look == Look::number && !draft_.piece(cell.piece).paragraph;
  };
  for (std::size_t i = 1; i < span_.cells.size(); ++i) {
    auto const* here = span_.alignment.column_of(columns_, i);
    bool const told = span_.cells[i].on_new_line || parts_number(span_.cells[i]);
    if (told && here && here == span_.alignment.column_of(columns_, i - 1) && here->panel == panel_ &&
        here->kind > ColumnKind::level2)
      draft_.remark(Code::text_joined,
                    {{"text", draft_.text(span_.cells[i].piece)}, {"field", name_of(here->kind)}, {"cells", row()}},
                    span_.cells[i].piece, fields_.path(field_of(here->kind)));
  }
}

void RecordFindings::report_nameless(Indicator const& indicator) const {
  if (indicator.level3 || !indicator.target)
    return;
  draft_.remark(Code::name_missing, {{"value", indicator.target->text}, {"cells", row()}}, span_.first,
                fields_.path("level3"));
}

void RecordFindings::report_off_columns() const {
  for (std::size_t i = 0; i < span_.cells.size(); ++i) {
    auto const& cell = span_.cells[i];
    auto const* column = cell.blank ? nullptr : span_.alignment.column_of(columns_, i);
    if (!column || column->panel != panel_ || column->kind <= ColumnKind::level2 || overlap(*column, cell))
      continue;
    auto const above = std::ranges::find_if(columns_, [&](Column const& c) { return overlap(c, cell); });
    draft_.remark(Code::cell_in_wrong_column,
                  {{"text", draft_.text(cell.piece)},
                   {"field", name_of(column->kind)},
                   {"column", above == columns_.end() ? "" : above->label.back()},
                   {"cells", row()}},
                  cell.piece, fields_.path(field_of(column->kind)));
  }
}

void RecordFindings::report_placed() const {
  draft_.remark(Code::label_placed, {{"label", draft_.form.project_name.value_or("—")}, {"cells", row()}}, span_.first,
                fields_.path({}));
}

void RecordFindings::report_doubtful_group(Indicator const& indicator) const {
  bool const placed = std::ranges::any_of(
      span_.cells, [&](auto const& cell) { return draft_.page->doubt(cell.piece) == Doubt::placed; });
  if (!placed && !span_.doubtful)
    return;
  if (indicator.level2)
    draft_.remark(Code::label_placed, {{"label", *indicator.level2}, {"cells", row()}}, span_.first,
                  fields_.path("level2"));
  if (!indicator.level2 || span_.doubtful_level1)
    draft_.remark(Code::label_placed, {{"label", indicator.level1.value_or("—")}, {"cells", row()}}, span_.first,
                  fields_.path("level1"));
}

void RecordFindings::report_missing_level2(Indicator const& indicator) const {
  auto const column = std::ranges::find_if(
      columns_, [&](Column const& c) { return c.kind == ColumnKind::level2 && c.panel == panel_; });
  if (indicator.level2 || !indicator.level3 || column == columns_.end() || draft_.page->borders != Borders::exact)
    return;
  bool const own_blank = std::ranges::any_of(span_.cells, [&](RowCell const& cell) {
    return cell.blank && cell.x == column->x && cell.x_end <= column->x_end;
  });
  if (own_blank)
    draft_.remark(Code::level2_missing, {{"level1", indicator.level1.value_or("—")}, {"cells", row()}}, span_.first,
                  fields_.path("level2"));
}

void RecordFindings::report_put_together(Indicator& indicator, CutLabel const& label, std::string_view name) const {
  std::string pieces;
  for (auto const piece : label.pieces)
    pieces += (pieces.empty() ? "\"" : " + \"") + draft_.text(piece) + "\"";
  auto const* const level = label.level1 ? "level1" : "level2";
  draft_.remark(Code::label_joined, {{"label", name}, {"pieces", pieces}}, label.pieces.front(), fields_.path(level));
  indicator.how.push_back({level, How::joined, std::nullopt});
  indicator.repaired.emplace_back(level);
}

void RecordFindings::report_overruled(Indicator const& indicator) const {
  auto const printed = std::ranges::find(indicator.printed, "level1", &PrintedText::field);
  draft_.remark(Code::wrong_parent,
                {{"group", indicator.level1.value_or("") + " > " + indicator.level2.value_or("")},
                 {"printed", printed == indicator.printed.end() ? "(nothing)" : printed->text},
                 {"cells", row()}},
                span_.first, fields_.path("level1"));
}

} // namespace jixiao::recognition
