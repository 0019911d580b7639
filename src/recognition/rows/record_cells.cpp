#include "recognition/rows/record_cells.hpp"

#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <utility>

namespace jixiao::recognition {

std::string line_of(Draft const& draft, Pieces const& pieces) { return clean_value(joined_text(draft, pieces)); }

std::string text_of(Draft const& draft, RecordCells const& cells, ColumnKind kind) {
  auto const* entry = cells.find(kind);
  if (!entry)
    return {};
  auto out = line_of(draft, entry->pieces);
  return is_nothing(out) ? std::string() : out;
}

std::string printed_cells(Draft const& draft, std::span<RowCell const> cells) {
  std::string out;
  for (auto const& cell : cells)
    out += (out.empty() ? "" : " | ") + draft.text(cell.piece);
  return out;
}

void remark_cell(Draft& draft, Code code, std::span<RowCell const> cells, std::size_t cell, Column const& chosen,
                 Column const& runner_up, std::string path) {
  draft.remark(code,
               {{"text", draft.text(cells[cell].piece)},
                {"chosen", chosen.label.back()},
                {"runner_up", runner_up.label.back()},
                {"cells", printed_cells(draft, cells)}},
               cells[cell].piece, std::move(path));
}

std::string_view field_of(ColumnKind kind) {
  switch (kind) {
  case ColumnKind::target:
  case ColumnKind::revised_target:
    return "target";
  case ColumnKind::actual:
  case ColumnKind::unit_of_actual:
    return "actual";
  case ColumnKind::weight:
    return "weight";
  case ColumnKind::score:
    return "score";
  case ColumnKind::level3:
    return "level3";
  case ColumnKind::remark:
    return "remark";
  case ColumnKind::definition:
    return "definition";
  case ColumnKind::basis:
    return "basis";
  case ColumnKind::comparator:
  case ColumnKind::unit:
  case ColumnKind::direction:
    return "target";
  default:
    return "other";
  }
}

} // namespace jixiao::recognition
