#include "recognition/rows/rows.hpp"

#include <algorithm>

namespace jixiao::recognition {

RowCell const* RecordSpan::find(std::span<Column const> columns, ColumnKind kind) const {
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (auto const* column = alignment.column_of(columns, i); !cells[i].blank && column && column->kind == kind)
      return &cells[i];
  return nullptr;
}

bool is_side_label(Piece const& piece) {
  auto const* side = piece.label.as(Role::side);
  return side && side->target == "indicators";
}

bool is_only_offered(std::span<RowCell const> cells) {
  auto const is_label = [](RowCell const& cell) { return !cell.blank && (cell.level1 >= 0 || cell.level2 >= 0); };
  bool const grouped = std::ranges::any_of(cells, is_label);
  return std::ranges::all_of(cells, [&](RowCell const& cell) {
    return cell.blank || is_label(cell) || cell.look == Look::offered || cell.look == Look::placeholder ||
           (grouped && cell.look == Look::none);
  });
}

} // namespace jixiao::recognition
