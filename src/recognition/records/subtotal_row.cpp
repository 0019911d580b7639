#include "recognition/records/subtotal_row.hpp"

#include "recognition/fields/fields.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace jixiao::recognition {

namespace {

/// 小计, or 产出指标小计: of a group that the label names itself.
bool names_sum(Piece const& piece) {
  if (piece.label.as(Role::total))
    return piece.label.rest == 0;
  auto const text = trim(piece.text);
  return !piece.label.known() && (text.ends_with("小计") || text.ends_with("合计"));
}

} // namespace

bool is_subtotal(Page const& page, RecordSpan const& span) {
  for (auto const& cell : span.cells) {
    bool const sum = !cell.blank && names_sum(page.pieces[cell.piece]);
    if (!sum && (cell.blank || cell.level1 >= 0 || cell.level2 >= 0 || cell.look == Look::number))
      continue;
    return sum;
  }
  return false;
}

bool is_group_sum(Page const& page, std::span<Column const> columns, RecordSpan const& span) {
  bool group = false, points = false, numbered = false;
  bool const valued = has_column(columns, ColumnKind::target);
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    if (cell.blank)
      continue;
    auto const* column = span.alignment.column_of(columns, i);
    auto const kind = column ? column->kind : ColumnKind::other;
    // 1.1 | 数量指标 | 20 | 19, above 1.1.1, or in a table that has values: without one the label of a group heads the
    // names below it.
    if ((cell.level1 >= 0 && cell.level2 < 0) ||
        (cell.level2 >= 0 && kind == ColumnKind::level3 && (numbered || valued))) {
      group = true;
      continue;
    }
    if (!group && kind == ColumnKind::other && cell.look == Look::number) {
      numbered = page.pieces[cell.piece].text.find('.') != std::string_view::npos;
      continue;
    }
    if (cell.look != Look::number || (kind != ColumnKind::weight && kind != ColumnKind::score))
      return false;
    points = true;
  }
  return group && points;
}

void keep_subtotal(Draft& draft, std::span<Column const> columns, RecordSpan const& span,
                   std::optional<std::string> const& group) {
  std::string label;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    auto const* column = span.alignment.column_of(columns, i);
    if (cell.blank || draft.claim_of(cell.piece).kind == ClaimKind::label)
      continue;
    if (label.empty() && names_sum(draft.piece(cell.piece))) {
      label = draft.text(cell.piece);
      draft.take_label(cell.piece);
    } else if (!column || cell.look != Look::number) {
      draft.take_furniture(cell.piece, "subtotal");
    } else {
      std::vector<std::string> labels{column->label.back()};
      if (!label.empty())
        labels.insert(labels.begin(), label);
      if (group)
        labels.insert(labels.begin(), *group);
      std::vector const pieces{cell.piece};
      set_other(draft, std::move(labels), pieces, draft.text(cell.piece));
    }
  }
}

} // namespace jixiao::recognition
