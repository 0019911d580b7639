#include "recognition/rows/rows.hpp"

#include "recognition/columns/header_row.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/rows/prices.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <span>

namespace jixiao::recognition {

namespace {

constexpr double unreached = std::numeric_limits<double>::infinity();
constexpr std::uint32_t longest_search = 6000; ///< pieces that are parted together
constexpr double least_gain = 2;               ///< by cells that go on over lines, before rows are refuted

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

/// A column that a merged cell may cover down several rows.
bool may_be_covered(Column const& column) {
  return column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2 ||
         column.kind == ColumnKind::group_points || column.kind >= ColumnKind::project_name || column.target == "group";
}

bool is_value_column(ColumnKind kind) {
  return kind == ColumnKind::target || kind == ColumnKind::actual || kind == ColumnKind::revised_target ||
         kind == ColumnKind::result_to_date || kind == ColumnKind::result_expected || kind == ColumnKind::target_of;
}

/// 印刷费 | 2万元 below 一级指标 | 三级指标: a value for a name, with words for its group that are no label of one.
bool has_value_as_name(RecordSpan const& span, std::span<Column const> columns) {
  bool value = false, words = false;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    auto const* column = cell.blank ? nullptr : span.alignment.column_of(columns, i);
    if (!column)
      continue;
    auto const kind = column->kind;
    value = value || (kind == ColumnKind::level3 && (cell.look == Look::quantity || cell.look == Look::money ||
                                                     cell.look == Look::percentage || cell.look == Look::number));
    words = words || ((kind == ColumnKind::level1 || kind == ColumnKind::level2) && cell.level1 < 0 &&
                      cell.level2 < 0 && (cell.look == Look::short_words || cell.look == Look::words));
  }
  return value && words;
}

/// Each cell stands below a header that may hold it.
bool stands_in_place(RecordSpan const& span, std::span<Column const> columns) {
  if (has_value_as_name(span, columns))
    return false;
  for (std::size_t i = 0; i < span.cells.size(); ++i) {
    auto const& cell = span.cells[i];
    if (cell.blank)
      continue;
    auto const* told = span.alignment.column_of(columns, i);
    if (!told || !overlap(cell, *told))
      return false;
    auto const& column = *told;
    bool const is_label = cell.level1 >= 0 || cell.level2 >= 0;
    bool const of_level = column.kind == ColumnKind::level1 || column.kind == ColumnKind::level2;
    bool const suits = of_level && cell.look <= Look::money ? false
                       : column.kind == ColumnKind::level1  ? !is_label || cell.level1 >= 0
                       : column.kind == ColumnKind::level2  ? !is_label || cell.level2 >= 0
                       : column.kind == ColumnKind::level3 && is_label
                           ? cell.also_words
                           : prices::fit(column, cell.look).amount() < prices::of(Price::misfit);
    if (!suits)
      return false;
  }
  return true;
}

/// A row with a name and a value, as far as the table has values. Rows of nothing but labels lack nothing, nor do those
/// of a grid that tell of a project or a department alone.
bool is_complete(RecordSpan const& span, std::span<Column const> columns) {
  bool of_project = has_column(columns, ColumnKind::project_name);
  for (std::size_t i = 0; i < span.cells.size() && of_project; ++i)
    of_project = span.cells[i].blank ||
                 columns[static_cast<std::size_t>(span.alignment.columns[i])].kind >= ColumnKind::project_name;
  if (of_project)
    return true;
  auto const holds_value = [&](Column const& column) {
    return is_value_column(column.kind) && span.find(columns, column.kind) != nullptr;
  };
  bool const has_values = std::ranges::any_of(columns, [](Column const& c) { return is_value_column(c.kind); });
  // Where names have points alone, what one was given is its value.
  bool const scored = !has_column(columns, ColumnKind::score) || span.find(columns, ColumnKind::score) != nullptr;
  return is_only_offered(span.cells) ||
         (span.find(columns, ColumnKind::level3) && (has_values ? std::ranges::any_of(columns, holds_value) : scored));
}

/// The row with each cell moved into the column that `place` says, where all suit these.
template <class Place> std::optional<RecordSpan> moved(RecordSpan span, std::span<Column const> columns, Place place) {
  for (std::size_t i = 0; i < span.cells.size(); ++i)
    place(i, span.cells[i]);
  span.alignment = align_row(span.cells, columns, Borders::gridded);
  if (span.alignment.cost >= prices::of(Price::off_grid) || !stands_in_place(span, columns))
    return std::nullopt;
  return span;
}

/// A row that lacks cells at its left, where merged cells cover these: what is left stands in its columns, counted from
/// the right, by the grid or, where the header lacks covered cells too, by columns. Nothing where it does not suit
/// them.
std::optional<RecordSpan> without_covered(RecordSpan const& span, std::span<Column const> columns) {
  if (span.cells.empty() || columns.size() <= 2)
    return std::nullopt;
  auto const width = columns.back().x_end - span.cells.back().x_end;
  auto const covered = [&](Column const& column) {
    return column.x >= span.cells.front().x + width || may_be_covered(column);
  };
  if (width > 0 && std::ranges::all_of(columns, covered))
    if (auto row = moved(span, columns, [&](std::size_t, RowCell& cell) {
          cell.x = static_cast<std::uint16_t>(cell.x + width);
          cell.x_end = static_cast<std::uint16_t>(cell.x_end + width);
        }))
      return row;
  if (span.cells.size() > columns.size())
    return std::nullopt;
  auto const lacking = columns.size() - span.cells.size();
  if (!std::ranges::all_of(columns.first(lacking), may_be_covered))
    return std::nullopt;
  return moved(span, columns, [&](std::size_t i, RowCell& cell) {
    cell.x = columns[i + lacking].x, cell.x_end = columns[i + lacking].x_end;
  });
}

/// The alignment with some of the columns, counted as those of all.
Alignment alignment_in(std::vector<Column> const& some, std::vector<Column> const& all, std::span<RowCell const> cells,
                       Borders borders) {
  auto alignment = align_row(cells, some, borders);
  for (auto& column : alignment.columns)
    if (column != Alignment::none)
      column = static_cast<int>(std::ranges::find(all, some[static_cast<std::size_t>(column)].piece, &Column::piece) -
                                all.begin());
  std::ranges::fill(alignment.runners_up, Alignment::none);
  return alignment;
}

/// The columns of a grid that tell of the project or the department alone.
std::vector<Column> columns_of_projects(std::vector<Column> const& columns) {
  std::vector<Column> out;
  std::ranges::copy_if(columns, std::back_inserter(out),
                       [](Column const& c) { return c.kind >= ColumnKind::project_name; });
  return out;
}

/// Where nothing but blanks parts the cells of a row, no place tells more than their order: each stands where it was
/// read.
void put_below_headers(RecordSpan& span, std::vector<Column> const& columns) {
  for (std::size_t i = 0; i < span.cells.size(); ++i)
    if (auto const* column = span.alignment.column_of(columns, i)) {
      span.cells[i].x = column->x;
      span.cells[i].x_end = column->x_end;
    }
}

RecordSpan make_span(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end) {
  RecordSpan span;
  span.first = first, span.end = end;
  span.cells = cells_between(page, first, end);
  if (page.borders == Borders::exact) {
    span.alignment = align_row(span.cells, columns, page.borders);
    return span;
  }
  span.alignment = align_row(span.cells, columns, Borders::gridded);
  // Lines of a record lack what stands on the others, and nothing has slid.
  bool const in_place = stands_in_place(span, columns) && (page.centred || is_complete(span, columns));
  if (page.centred) {
    span.in_place = in_place;
    return span;
  }
  if (page.borders == Borders::separated)
    if (auto row = without_covered(span, columns);
        row && (!in_place || row->alignment.cost + prices::of(Price::missing_value) < span.alignment.cost))
      return std::move(*row);
  if (in_place)
    return span;
  span.in_place = false;
  drop_trailing_blanks(span.cells);
  span.alignment = align_row(span.cells, columns, Borders::separated);
  // 830-某部门 | 1,200.00: the row of a department with the sum of its projects.
  if (auto const some = columns_of_projects(columns); !some.empty() && span.cells.size() <= some.size())
    if (auto row = alignment_in(some, columns, span.cells, Borders::separated);
        row.cost + prices::of(Price::group_row) < span.alignment.cost)
      span.alignment = std::move(row);
  return span;
}

/// Parts a stretch of pieces without rows by the cheapest sequence of records.
class Parting {
public:
  Parting(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end)
      : Parting(page, columns, first, end, page.borders) {}

  Parting(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end, Borders borders)
      : page_(page), columns_(columns), borders_(borders), project_columns_(columns_of_projects(columns)),
        cells_(with_ends_of_names(page, columns, cells_between(page, first, end))), costs_(cells_, columns_, borders_) {
    std::ranges::copy_if(columns, std::back_inserter(name_columns_),
                         [](Column const& c) { return is_name_or_level(c.kind); });
    std::ranges::copy_if(columns, std::back_inserter(first_columns_),
                         [](Column const& c) { return c.panel == 0 || c.kind <= ColumnKind::level2; });
    if (!project_columns_.empty())
      project_costs_.emplace(cells_, project_columns_, borders_);
    if (first_columns_.size() != columns_.size())
      first_costs_.emplace(cells_, first_columns_, borders_);
    ends_page_ = end == page.pieces.size();
    std::size_t lines = 1;
    for (std::size_t i = 1; i < cells_.size(); ++i)
      lines += page.pieces[piece(i)].row != page.pieces[piece(i - 1)].row ? 1 : 0;
    lines_are_rows_ = cells_.size() >= lines * std::max<std::size_t>(3, columns.size() / 2);
  }

  std::vector<RecordSpan> run() {
    auto const n = cells_.size();
    std::vector<double> best(n + 1, unreached);
    std::vector<std::size_t> from(n + 1, 0);
    best[0] = 0;
    for (std::size_t i = 0; i < n; ++i) {
      auto const last = std::min(n, i + columns_.size() + 8);
      auto const costs = costs_.of(i, last - i);
      double lines = 0;
      for (auto j = i + 1; j <= last; ++j) {
        if (j > i + 1)
          lines += crossing(i, j - 1);
        auto const cost = best[i] + record_cost(i, j, costs) + lines + (i > 0 ? opening(i) : 0);
        if (cost < best[j])
          best[j] = cost, from[j] = i;
      }
    }
    std::vector<RecordSpan> out;
    for (auto j = n; j > 0; j = from[j])
      out.push_back(span_of(from[j], j));
    std::ranges::reverse(out);
    cost_ = best[n];
    return out;
  }

  /// Of the sequence that was found.
  double cost() const { return cost_; }

  /// Of the sequence in which each line is a record.
  double cost_of_lines() const {
    double cost = 0;
    for (std::size_t i = 0; i < cells_.size();) {
      auto j = i + 1;
      while (j < cells_.size() && !cells_[j].on_new_line)
        ++j;
      cost += record_cost(i, j, costs_.of(i, j - i));
      i = j;
    }
    return cost;
  }

private:
  std::uint32_t piece(std::size_t cell) const { return cells_[cell].piece; }

  /// A record that begins at `first` and goes on over the line end before cell `at`.
  double crossing(std::size_t first, std::size_t at) const {
    if (borders_ != Borders::soft || !is_on_other_line(at))
      return 0;
    constexpr double of_surplus = 0.5; // the name of another record, which no column takes
    if (has_text_behind_labels(first, at) && is_marked_name(trim(page_.pieces[piece(at)].text)))
      return 2 * prices::of(Price::surplus);
    return prices::of(Price::line_end) + (has_line_of_another(first, at) ? of_surplus * prices::of(Price::surplus) : 0);
  }

  /// The record has a text of its own before cell `at`, behind the labels of its groups.
  bool has_text_behind_labels(std::size_t first, std::size_t at) const {
    while (at > first && cells_[at - 1].blank)
      --at;
    return at > first && cells_[at - 1].level1 < 0 && cells_[at - 1].level2 < 0;
  }

  /// 红薯种植面积 5亩 on a line behind the name and the points of another: cell `at` begins it.
  bool has_line_of_another(std::size_t first, std::size_t at) const {
    auto const is_value = [&](std::size_t i) { return cells_[i].look <= Look::quantity; };
    auto const is_name = [](RowCell const& c) { return c.look >= Look::short_words && c.level1 < 0 && c.level2 < 0; };
    return is_name(cells_[at]) && is_value(at - 1) && at + 1 < cells_.size() && !is_on_other_line(at + 1) &&
           is_value(at + 1) && ends_as_name(trim(page_.pieces[piece(at)].text)) &&
           std::any_of(cells_.begin() + static_cast<std::ptrdiff_t>(first),
                       cells_.begin() + static_cast<std::ptrdiff_t>(at), is_name);
  }

  /// A record that begins in the middle of a line.
  double opening(std::size_t at) const {
    return borders_ == Borders::soft && !is_on_other_line(at) ? (lines_are_rows_ ? 5 : 2) * prices::of(Price::line_end)
                                                              : 0;
  }

  bool is_on_other_line(std::size_t at) const { return page_.pieces[piece(at)].row != page_.pieces[piece(at - 1)].row; }

  /// `costs` are those of the cells from `i` on.
  double record_cost(std::size_t i, std::size_t j, std::vector<double> const& costs) const {
    auto const end = j;
    while (j > i && cells_[j - 1].blank)
      --j;
    auto const cells = std::span(cells_).subspan(i, j - i);
    if (cells.empty())
      return prices::of(Price::blank);
    if (only_groups(cells))
      return prices::of(Price::group_row);
    if (is_only_offered(cells))
      return prices::of(Price::group_row);
    auto const as_row = costs[cheapest_end(costs, cells.size(), end - i)];
    return prices::of(Price::record) +
           std::min({as_row, project_cost(i, cells.size()), cut_cost(cells, end), lone_cost(i, cells.size())});
  }

  /// Blanks at the end may be of the last columns, or tell nothing: how many cells the record has.
  static std::size_t cheapest_end(std::vector<double> const& costs, std::size_t least, std::size_t most) {
    auto const begin = costs.begin() + static_cast<std::ptrdiff_t>(least);
    return least + static_cast<std::size_t>(
                       std::min_element(begin, costs.begin() + static_cast<std::ptrdiff_t>(most) + 1) - begin);
  }

  /// 60 | (blank) | (blank): a record with a cell for each column from its first one on, the blank ones at its end
  /// among them: they tell in which of two columns the text before them stands.
  bool has_all_cells(RecordSpan const& span, std::span<RowCell const> all, std::vector<double> const& costs) const {
    constexpr double equal = 1e-9;
    auto const first = span.alignment.columns.empty() ? Alignment::none : span.alignment.columns.front();
    return first != Alignment::none && all.size() > span.cells.size() &&
           static_cast<std::size_t>(first) + all.size() == columns_.size() &&
           costs[all.size()] <= costs[span.cells.size()] + equal;
  }

  /// Where the text ends behind a name, its values are cut off.
  double cut_cost(std::span<RowCell const> cells, std::size_t end) const {
    if (!ends_page_ || end != cells_.size() || cells.size() > name_columns_.size())
      return unreached;
    return prices::of(Price::record) + PrefixCosts(cells, name_columns_, borders_).of(0, cells.size()).back();
  }

  /// Of tables side by side the later ones may have nothing but the labels of their groups: nobody filled them in.
  double lone_cost(std::size_t first, std::size_t count) const {
    if (!first_costs_ || count > first_columns_.size())
      return unreached;
    auto const left_blank = static_cast<double>(columns_.size() - first_columns_.size());
    return left_blank * prices::of(Price::blank) + first_costs_->of(first, count).back();
  }

  /// A row of a grid that has no indicator: a department with the sum of its projects.
  double project_cost(std::size_t first, std::size_t count) const {
    if (!project_costs_ || count > project_columns_.size())
      return unreached;
    return prices::of(Price::group_row) + project_costs_->of(first, count).back();
  }

  RecordSpan span_of(std::size_t i, std::size_t j) const {
    RecordSpan span;
    span.first = piece(i), span.end = piece(j - 1) + 1;
    auto const cells_from = [&](std::size_t end) {
      return std::vector(cells_.begin() + static_cast<std::ptrdiff_t>(i),
                         cells_.begin() + static_cast<std::ptrdiff_t>(end));
    };
    span.cells = cells_from(j);
    auto cells = span.cells;
    drop_trailing_blanks(cells);
    auto behind = j;
    while (behind < cells_.size() && cells_[behind].blank && behind - i <= columns_.size())
      ++behind;
    auto all = cells_from(behind);
    auto const costs = costs_.of(i, all.size());
    span.cells.resize(cheapest_end(costs, cells.size(), span.cells.size()));
    span.alignment = align_row(span.cells, columns_, borders_);
    if (prices::of(Price::group_row) + project_cost(i, span.cells.size()) < span.alignment.cost) {
      span.alignment = alignment_in(project_columns_, columns_, span.cells, borders_);
    } else if (lone_cost(i, cells.size()) < span.alignment.cost) {
      span.cells = std::move(cells);
      span.alignment = alignment_in(first_columns_, columns_, span.cells, borders_);
    } else if (has_all_cells(span, all, costs)) {
      span.cells = std::move(all);
      span.alignment = align_row(span.cells, columns_, borders_);
    }
    return span;
  }

  Page const& page_;
  std::vector<Column> const& columns_;
  Borders borders_;
  std::vector<Column> project_columns_; ///< of a grid of projects
  std::vector<Column> name_columns_;    ///< of groups and names
  std::vector<Column> first_columns_;   ///< of the first of tables side by side, and all labels of groups
  bool ends_page_ = false;              ///< nothing stands behind the cells
  bool lines_are_rows_ = false;         ///< most lines have the cells of a record
  std::vector<RowCell> cells_;
  PrefixCosts costs_;
  std::optional<PrefixCosts> project_costs_, first_costs_; ///< in those columns, where there are such
  double cost_ = 0;
};

/// Two records on one line, which is longer than its header: a line end was lost between them.
bool share_line(Page const& page, std::vector<Column> const& columns, RecordSpan const& above,
                RecordSpan const& below) {
  auto const row = page.pieces[below.first].row;
  auto const is_record = [&](RecordSpan const& span) {
    return span.find(columns, ColumnKind::level3) && std::ranges::any_of(columns, [&](Column const& c) {
             return is_value_column(c.kind) && span.find(columns, c.kind);
           });
  };
  return page.pieces[above.end - 1].row == row && page.row(row).size() > columns.back().x_end && is_record(above) &&
         is_record(below);
}

/// A cell that goes on over a line end, where both lines together are no longer than a row.
bool has_cell_over_lines(Page const& page, std::vector<Column> const& columns, RecordSpan const& span) {
  auto const line_of = [&](std::size_t cell) { return page.row(page.pieces[span.cells[cell].piece].row).size(); };
  for (std::size_t i = 1; i < span.cells.size(); ++i)
    if (span.cells[i].on_new_line && span.alignment.columns[i] != Alignment::none &&
        span.alignment.columns[i] == span.alignment.columns[i - 1] &&
        line_of(i - 1) + line_of(i) - 1 <= columns.back().x_end)
      return true;
  return false;
}

} // namespace

std::vector<RowCell> cells_between(Page const& page, std::uint32_t first, std::uint32_t end) {
  std::vector<RowCell> cells;
  cells.reserve(end - first);
  for (auto at = first; at < end; ++at)
    if (!page.pieces[at].joined && (page.centred || !is_side_label(page.pieces[at]))) // 指标 ends a label
      cells.push_back(row_cell(page, at));
  return cells;
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
    // A line of text between the parts of a table is no row of it, unless it is the label of a group: 成本指标
    if (page.pieces[begin].paragraph <= page.pieces[columns.front().piece].paragraph ||
        page.pieces[begin].label.is_level()) {
      out.push_back(make_span(page, columns, begin, row_end));
      if (page.by_blanks)
        put_below_headers(out.back(), columns);
    }
    begin = row_end;
  }
  return out;
}

bool is_better_by_lines(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end) {
  double gain = 0;
  bool refuted = false;
  for (auto begin = first; begin < end; begin += longest_search) {
    Parting parting(page, columns, begin, std::min(end, begin + longest_search), Borders::soft);
    auto const spans = parting.run();
    for (std::size_t i = 0; i < spans.size(); ++i)
      refuted = refuted || has_cell_over_lines(page, columns, spans[i]) ||
                (i > 0 && share_line(page, columns, spans[i - 1], spans[i]));
    gain += parting.cost_of_lines() - parting.cost();
  }
  return refuted && gain >= least_gain;
}

double parting_cost(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end) {
  double cost = 0;
  for (auto begin = first; begin < end; begin += longest_search) {
    Parting parting(page, columns, begin, std::min(end, begin + longest_search));
    parting.run();
    cost += parting.cost();
  }
  return cost;
}

} // namespace jixiao::recognition
