#include "recognition/rows.hpp"

#include "recognition/prices.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr double unreached = std::numeric_limits<double>::infinity();
constexpr std::uint32_t longest_search = 6000; ///< pieces that are parted together

/// 绩效指标 printed again down the side behind the end of a page.
bool is_side_label(Piece const& piece) {
  auto const* side = piece.label.as(Role::side);
  return side && side->target == "indicators";
}

std::vector<RowCell> cells_between(Page const& page, std::uint32_t first, std::uint32_t end) {
  std::vector<RowCell> cells;
  for (auto at = first; at < end; ++at)
    if (!page.pieces[at].joined && !is_side_label(page.pieces[at]))
      cells.push_back(row_cell(page, at));
  return cells;
}

/// Blanks at the end of a row that is not one of the grid's own tell nothing.
void drop_trailing_blanks(std::vector<RowCell>& cells) {
  while (!cells.empty() && cells.back().blank)
    cells.pop_back();
}

bool only_groups(std::span<RowCell const> cells) {
  bool any = false;
  for (auto const& cell : cells) {
    if (!cell.blank && cell.level1 < 0 && cell.level2 < 0)
      return false;
    any = any || !cell.blank;
  }
  return any;
}

/// How many cells a row lacks at its left, where they can only be labels of groups that a merged cell covers: what is
/// left then stands in its columns, counted from the right. Nothing when that cannot be.
std::optional<std::size_t> covered_at_left(std::span<RowCell const> cells, std::span<Column const> columns) {
  if (cells.size() > columns.size())
    return std::nullopt;
  auto const lacking = columns.size() - cells.size();
  bool const covered = std::ranges::all_of(columns.first(lacking), [](Column const& c) {
    return c.kind == ColumnKind::level1 || c.kind == ColumnKind::level2 || c.kind >= ColumnKind::project_name;
  });
  return covered ? std::optional(lacking) : std::nullopt;
}

/// The alignment of a row whose cells stand in their columns, counted from the right.
Alignment align_from_right(std::vector<RowCell> cells, std::vector<Column> columns, std::size_t lacking) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    columns[i].x = static_cast<std::uint16_t>(i), columns[i].x_end = static_cast<std::uint16_t>(i + 1);
  for (std::size_t i = 0; i < cells.size(); ++i)
    cells[i].x = static_cast<std::uint16_t>(i + lacking), cells[i].x_end = static_cast<std::uint16_t>(i + lacking + 1);
  return align_row(cells, columns, Borders::gridded);
}

RecordSpan make_span(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end) {
  RecordSpan span{first, end, cells_between(page, first, end), {}};
  if (page.borders == Borders::separated && columns.size() > 2)
    if (auto const lacking = covered_at_left(span.cells, columns)) {
      span.alignment = align_from_right(span.cells, columns, *lacking);
      if (span.alignment.cost < prices::off_grid)
        return span;
    }
  if (page.borders > Borders::gridded)
    drop_trailing_blanks(span.cells);
  span.alignment = align_row(span.cells, columns, page.borders);
  return span;
}

/// Parts a stretch of pieces without rows by the cheapest sequence of records.
class Parting {
public:
  Parting(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end)
      : page_(page), columns_(columns), cells_(cells_between(page, first, end)) {
    std::ranges::copy_if(columns, std::back_inserter(project_columns_),
                         [](Column const& c) { return c.kind >= ColumnKind::project_name; });
  }

  std::vector<RecordSpan> run() {
    auto const n = cells_.size();
    std::vector<double> best(n + 1, unreached);
    std::vector<std::size_t> from(n + 1, 0);
    best[0] = 0;
    for (std::size_t i = 0; i < n; ++i) {
      auto const last = std::min(n, i + columns_.size() + 8);
      auto const costs = prefix_costs(std::span(cells_).subspan(i, last - i), columns_, page_.borders);
      double lines = 0;
      for (auto j = i + 1; j <= last; ++j) {
        if (j > i + 1)
          lines += crossing(j - 1);
        auto const cost = best[i] + record_cost(i, j, costs) + lines + (i > 0 ? opening(i) : 0);
        if (cost < best[j])
          best[j] = cost, from[j] = i;
      }
    }
    std::vector<RecordSpan> out;
    for (auto j = n; j > 0; j = from[j])
      out.push_back(span_of(from[j], j));
    std::ranges::reverse(out);
    return out;
  }

private:
  std::uint32_t piece(std::size_t cell) const { return cells_[cell].piece; }

  /// A record that goes on over the line end before cell `at`.
  double crossing(std::size_t at) const {
    if (page_.borders != Borders::soft || page_.pieces[piece(at)].row == page_.pieces[piece(at - 1)].row)
      return 0;
    return prices::line_end;
  }

  /// A record that begins in the middle of a line.
  double opening(std::size_t at) const {
    bool const new_line = page_.pieces[piece(at)].row != page_.pieces[piece(at - 1)].row;
    return page_.borders == Borders::soft && !new_line ? 2 * prices::line_end : 0;
  }

  /// `costs` are those of the cells from `i` on.
  double record_cost(std::size_t i, std::size_t j, std::vector<double> const& costs) const {
    while (j > i && cells_[j - 1].blank)
      --j;
    auto const cells = std::span(cells_).subspan(i, j - i);
    if (cells.empty())
      return prices::blank;
    if (only_groups(cells))
      return prices::group_row + 0.5 * static_cast<double>(cells.size());
    if (is_only_offered(cells))
      return prices::group_row;
    return prices::record + std::min(costs[cells.size()], project_cost(cells));
  }

  /// A row of a grid that has no indicator: a department with the sum of its projects.
  double project_cost(std::span<RowCell const> cells) const {
    if (project_columns_.empty() || cells.size() > project_columns_.size())
      return unreached;
    return prices::group_row + prefix_costs(cells, project_columns_, page_.borders).back();
  }

  RecordSpan span_of(std::size_t i, std::size_t j) const {
    RecordSpan span{piece(i), piece(j - 1) + 1, {}, {}};
    span.cells.assign(cells_.begin() + static_cast<std::ptrdiff_t>(i), cells_.begin() + static_cast<std::ptrdiff_t>(j));
    drop_trailing_blanks(span.cells);
    span.alignment = align_row(span.cells, columns_, page_.borders);
    if (prices::group_row + project_cost(span.cells) < span.alignment.cost)
      span.alignment = project_alignment(span.cells);
    return span;
  }

  Alignment project_alignment(std::span<RowCell const> cells) const {
    auto alignment = align_row(cells, project_columns_, page_.borders);
    for (auto& column : alignment.columns)
      if (column != Alignment::none)
        column = static_cast<int>(
            std::ranges::find(columns_, project_columns_[static_cast<std::size_t>(column)].piece, &Column::piece) -
            columns_.begin());
    std::ranges::fill(alignment.runners_up, Alignment::none);
    return alignment;
  }

  Page const& page_;
  std::vector<Column> const& columns_;
  std::vector<Column> project_columns_; ///< of a grid of projects
  std::vector<RowCell> cells_;
};

} // namespace

bool is_only_offered(std::span<RowCell const> cells) {
  return std::ranges::all_of(cells, [](RowCell const& cell) {
    return cell.blank || cell.level1 >= 0 || cell.level2 >= 0 || cell.look == Look::offered ||
           cell.look == Look::placeholder;
  });
}

std::vector<RecordSpan> part_records(Page const& page, std::vector<Column> const& columns, std::uint32_t first,
                                     std::uint32_t end) {
  std::vector<RecordSpan> out;
  if (page.borders >= Borders::soft) {
    for (auto begin = first; begin < end; begin += longest_search) {
      auto part = Parting(page, columns, begin, std::min(end, begin + longest_search)).run();
      out.insert(out.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    }
    return out;
  }
  for (auto begin = first; begin < end;) {
    auto row_end = begin;
    while (row_end < end && page.pieces[row_end].row == page.pieces[begin].row)
      ++row_end;
    out.push_back(make_span(page, columns, begin, row_end));
    begin = row_end;
  }
  return out;
}

} // namespace jixiao::recognition
