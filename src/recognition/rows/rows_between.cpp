#include "recognition/rows/rows_between.hpp"

#include "recognition/fields/pairs.hpp"

#include <algorithm>

namespace jixiao::recognition {

namespace {

using PieceRow = std::vector<Piece const*>;

/// As they are printed: a parting may have dropped blanks from the cells of a span.
PieceRow texts_of(Page const& page, RecordSpan const& span) {
  PieceRow out;
  for (auto at = span.first; at < span.end; ++at)
    if (page.pieces[at].is_text())
      out.push_back(&page.pieces[at]);
  return out;
}

bool begins_at_edge(PieceRow const& texts, std::span<Column const> columns) {
  return !texts.empty() && texts.front()->x <= columns.front().x;
}

bool is_group(Piece const& piece) { return piece.label.is_level(); }

/// A label of a form that no column and no group has.
bool is_label_of_pair(Piece const& piece) {
  auto const& label = piece.label;
  auto const look = piece.look();
  return label.rest == 0 && (!label.known() || (label.as(Role::pair) && !label.as(Role::column))) &&
         look >= Look::short_words && look <= Look::words;
}

bool says_what_it_is(Piece const* piece) {
  return piece->label.known() ? piece->label.rest > 0 : own_value(piece->text) > 0;
}

bool is_across(Page const& page, Piece const& piece, Column const& name) {
  return (!piece.label.known() || piece.label.rest > 0) && piece.look() >= Look::short_words &&
         (page.borders != Borders::exact || piece.x_end > name.x);
}

/// A cell of a grid over the names and the values, which are never one text.
bool is_over_values(Page const& page, Piece const& piece, Column const& name) {
  return page.borders == Borders::exact && piece.x <= name.x && piece.x_end > name.x_end &&
         piece.look() >= Look::short_words;
}

/// The value begins left of the names: in a record it would be a label of level 2.
bool is_pair(Page const& page, Piece const& label, Piece const& value, Column const& name) {
  bool const over_names = page.borders != Borders::exact || value.x_end > name.x;
  return is_label_of_pair(label) && value.look() >= Look::short_words && value.x < name.x && over_names &&
         !value.label.known();
}

/// 质量指标 | 合格率 | ≥95% | (blank): a label of level 2 stands below 一级指标 or left of it, and the row is filled up
/// at its end.
bool has_slid(PieceRow const& texts, std::span<Column const> columns, RecordSpan const& span) {
  if (columns.front().kind != ColumnKind::level1 || texts.size() < 2 || texts.back()->x >= columns.back().x)
    return false;
  auto const first = std::ranges::find_if(span.cells, [](RowCell const& cell) { return !cell.blank; });
  if (first == span.cells.end() || (first->level1 < 0 && first->level2 < 0))
    return false;
  return first->x < columns.front().x || (first->x == columns.front().x && first->level1 < 0);
}

} // namespace

bool keeps_places(Page const& page, std::span<Column const> columns, std::span<RecordSpan const> spans) {
  if (page.borders == Borders::gridded)
    return std::ranges::none_of(spans,
                                [&](RecordSpan const& span) { return has_slid(texts_of(page, span), columns, span); });
  if (page.borders != Borders::separated)
    return page.borders == Borders::exact;
  bool begins_blank = false;
  for (auto const& span : spans) {
    auto const texts = texts_of(page, span);
    if (texts.empty())
      continue;
    bool const at_edge = begins_at_edge(texts, columns);
    begins_blank = begins_blank || !at_edge;
    if (at_edge && !is_group(*texts.front()) && texts.size() > 2)
      return false;
  }
  return begins_blank;
}

bool is_row_between(Page const& page, std::span<Column const> columns, RecordSpan const& span, bool places) {
  auto const name = std::ranges::find(columns, ColumnKind::level3, &Column::kind);
  auto const texts = texts_of(page, span);
  if (name == columns.end())
    return false;
  auto const groups = std::ranges::count_if(texts, [](Piece const* piece) { return is_group(*piece); });
  bool const again = std::ranges::none_of(texts, [](Piece const* piece) { return piece->y_span > 1; });
  bool const of_projects = !places && begins_at_edge(texts, columns); // an office, over the whole width
  if (std::ssize(texts) == groups + 1 && again && !of_projects && is_over_values(page, *texts.back(), *name))
    return true;
  if (!places || groups > 0 || name == columns.begin() || !begins_at_edge(texts, columns))
    return false;
  if (texts.size() == 1)
    return is_across(page, *texts.front(), *name);
  return (texts.size() == 2 && is_pair(page, *texts[0], *texts[1], *name)) ||
         std::ranges::all_of(texts, says_what_it_is);
}

std::vector<std::uint32_t> lines_between(Page const& page, std::uint32_t first, std::uint32_t end) {
  std::vector<std::uint32_t> out;
  for (auto at = first; at < end; ++at)
    if (page.pieces[at].paragraph && page.rows[page.pieces[at].row] == at)
      out.push_back(at);
  return out;
}

} // namespace jixiao::recognition
