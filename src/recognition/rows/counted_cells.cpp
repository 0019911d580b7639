#include "recognition/rows/counted_cells.hpp"

#include "recognition/rows/cell_steps.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace jixiao::recognition {

namespace {

constexpr std::size_t fewest_rows = 3; ///< that tell how the rows of a table are printed
constexpr double most_doubt = 5;       ///< what a row may pay more than its cheapest reading

bool may_lack_its_cell(Column const& column) {
  return column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2 || column.target == "group";
}

/// The cells in the last columns, one each; nothing where another column than one of groups would have none.
std::optional<Alignment> from_the_right(std::span<RowCell const> cells, std::span<Column const> columns,
                                        Borders borders) {
  if (cells.empty() || cells.size() > columns.size())
    return std::nullopt;
  auto const covered = columns.size() - cells.size();
  if (!std::ranges::all_of(columns.first(covered), may_lack_its_cell))
    return std::nullopt;
  CellSteps const row(cells, columns, borders);
  Alignment out;
  CellStage at;
  for (; at.column < covered; ++at.column)
    out.cost += row.cost(at, CellStep::skip);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    out.cost += row.cost(at, CellStep::place);
    out.columns.push_back(static_cast<int>(at.column));
    at = row.placed(at);
  }
  out.margins.assign(cells.size(), std::numeric_limits<double>::infinity());
  out.runners_up.assign(cells.size(), Alignment::none);
  return out;
}

/// The texts of the row stand in the columns that the other reading puts them in. Which of the levels a label is of, it
/// tells itself.
bool says_the_same(RecordSpan const& span, std::span<RowCell const> cells, Alignment const& other,
                   std::span<Column const> columns) {
  auto const is_of_level = [&](int column) {
    return column == Alignment::none || columns[static_cast<std::size_t>(column)].kind < ColumnKind::level3;
  };
  for (std::size_t i = 0; i < cells.size(); ++i) {
    auto const at =
        static_cast<std::size_t>(std::ranges::find(span.cells, cells[i].piece, &RowCell::piece) - span.cells.begin());
    auto const column = at < span.cells.size() ? span.alignment.columns[at] : Alignment::none;
    if (!cells[i].blank && column != other.columns[i] && !(is_of_level(column) && is_of_level(other.columns[i])))
      return false;
  }
  return true;
}

struct Placed {
  RecordSpan* span;
  std::vector<RowCell> cells;
  Alignment alignment;
};

void place_from_the_right(Page const& page, std::span<Column const> columns, std::span<RecordSpan> spans) {
  if (std::ranges::any_of(columns, [](Column const& c) { return c.panel > 0 || c.kind == ColumnKind::project_name; }))
    return;
  std::vector<Placed> others;
  std::size_t same = 0;
  bool keeps_blanks = false;
  for (auto& span : spans) {
    auto cells = cells_between(page, span.first, span.end);
    auto placed = span.joined.empty() ? from_the_right(cells, columns, page.borders) : std::nullopt;
    if (!placed)
      continue;
    keeps_blanks = keeps_blanks || (cells.size() == columns.size() && cells.back().blank);
    if (says_the_same(span, cells, *placed, columns))
      ++same;
    else if (placed->cost <= span.alignment.cost + most_doubt)
      others.push_back({&span, std::move(cells), *std::move(placed)});
  }
  if (!keeps_blanks || same < fewest_rows || same <= others.size())
    return;
  for (auto& [span, cells, alignment] : others) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      auto const& column = columns[static_cast<std::size_t>(alignment.columns[i])];
      cells[i].x = column.x, cells[i].x_end = column.x_end;
    }
    span->cells = std::move(cells);
    span->alignment = std::move(alignment);
    span->in_place = true;
  }
}

void place_without_groups(Page const& page, std::span<Column const> columns, std::span<RecordSpan> spans) {
  std::vector<Placed> others;
  std::size_t same = 0;
  for (auto& span : spans) {
    if (span.alignment.columns.empty() || span.cells.size() >= columns.size() || !span.joined.empty())
      continue;
    if (span.alignment.columns.front() > 0) {
      ++same;
      continue;
    }
    auto cells = cells_between(page, span.first, span.end);
    auto alignment = align_row(cells, columns, Borders::separated);
    if (!cells.empty() && alignment.columns.front() > 0 && alignment.cost < span.alignment.cost)
      others.push_back({&span, std::move(cells), std::move(alignment)});
  }
  if (same < fewest_rows || same <= others.size())
    return;
  for (auto& [span, cells, alignment] : others) {
    span->cells = std::move(cells);
    span->alignment = std::move(alignment);
    span->in_place = false;
  }
}

} // namespace

void place_by_counts(Page const& page, std::span<Column const> columns, std::span<RecordSpan> spans) {
  if (page.borders != Borders::separated)
    return;
  place_from_the_right(page, columns, spans);
  place_without_groups(page, columns, spans);
}

} // namespace jixiao::recognition
