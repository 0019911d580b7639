#include "recognition/records/lost_scores.hpp"

#include "recognition/rows/prices.hpp"
#include "recognition/rows/rows.hpp"

#include <algorithm>

namespace jixiao::recognition {

std::optional<Column> find_lost_scores(Page const& page, std::vector<Column> const& columns, std::uint32_t first,
                                       std::uint32_t end) {
  using enum ColumnKind;
  if (page.borders < Borders::soft || !has_column(columns, target) || !has_column(columns, actual) ||
      has_column(columns, {score, weight}))
    return std::nullopt;
  auto const& last = columns.back();
  auto more = columns;
  more.push_back(
      {score, {}, {"得分"}, last.x_end, static_cast<std::uint16_t>(last.x_end + 1), last.panel, false, last.piece});
  if (parting_cost(page, more, first, end) + prices::of(Price::misfit) >= parting_cost(page, columns, first, end))
    return std::nullopt;
  return std::move(more.back());
}

bool are_points_of_table(RecordCells const& cells, bool is_first) {
  return is_first && std::ranges::all_of(cells.entries, [](RecordCells::Entry const& entry) {
           return entry.column->kind == ColumnKind::score || entry.column->kind == ColumnKind::weight;
         });
}

} // namespace jixiao::recognition
