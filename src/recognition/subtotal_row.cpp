#include "recognition/subtotal_row.hpp"

#include "recognition/fields.hpp"

#include <utility>
#include <vector>

namespace jixiao::recognition {

bool is_subtotal(Page const& page, RecordSpan const& span) {
  for (auto const& cell : span.cells) {
    auto const& label = page.pieces[cell.piece].label;
    if (cell.blank || cell.level1 >= 0 || cell.level2 >= 0 || cell.look == Look::number)
      continue;
    return label.as(Role::total) && label.rest == 0;
  }
  return false;
}

void keep_subtotal(Draft& draft, std::span<Column const> columns, RecordSpan const& span,
                   std::optional<std::string> const& group) {
  std::string label;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    auto const column = span.alignment.columns[i];
    if (cell.blank || draft.claim_of(cell.piece).kind == ClaimKind::label)
      continue;
    if (label.empty() && draft.piece(cell.piece).label.as(Role::total)) {
      label = draft.text(cell.piece);
      draft.take_label(cell.piece);
    } else if (column == Alignment::none || cell.look != Look::number) {
      draft.take_furniture(cell.piece, "subtotal");
    } else {
      std::vector<std::string> labels{label, columns[static_cast<std::size_t>(column)].label.back()};
      if (group)
        labels.insert(labels.begin(), *group);
      std::vector const pieces{cell.piece};
      set_other(draft, std::move(labels), pieces, draft.text(cell.piece));
    }
  }
}

} // namespace jixiao::recognition
