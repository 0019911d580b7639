#include "recognition/rows/align.hpp"

#include "recognition/fields/amounts.hpp"
#include "recognition/labels/vocabulary_file.hpp"
#include "recognition/rows/cell_steps.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>

namespace jixiao::recognition {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr double equal = 1e-9; ///< costs that differ by less are the same sum in another order

/// For each stage the least cost from the left.
std::vector<double> costs_from_left(CellSteps const& row) {
  std::vector<double> cost(row.size(), infinite);
  cost[row.index({})] = 0;
  for (std::size_t i = 0; i <= row.cells(); ++i)
    for (std::size_t c = 0; c <= row.columns(); ++c)
      row.each_of(i, c, [&](CellStage const& at) {
        auto const here = cost[row.index(at)];
        if (here == infinite)
          return;
        row.each_step(at, [&](CellStep step, CellStage const& next) {
          auto& to = cost[row.index(next)];
          to = std::min(to, here + row.cost(at, step));
        });
      });
  return cost;
}

/// For each stage that can be reached from the left the least cost of what follows; of a row with a forced cell for
/// each stage, since its other readings are compared with it.
std::vector<double> costs_to_right(CellSteps const& row, std::vector<double> const& from_left) {
  std::vector<double> cost(row.size(), infinite);
  for (auto i = row.cells() + 1; i-- > 0;)
    for (auto c = row.columns() + 1; c-- > 0;)
      row.each_of(i, c, [&](CellStage const& at) {
        if (!row.is_forced() && from_left[row.index(at)] == infinite)
          return;
        auto& here = cost[row.index(at)];
        if (i == row.cells() && c == row.columns())
          here = 0;
        row.each_step(at, [&](CellStep step, CellStage const& next) {
          here = std::min(here, cost[row.index(next)] + row.cost(at, step));
        });
      });
  return cost;
}

/// The readings of a row and what each costs.
struct Costs {
  CellSteps const& row;
  std::vector<double> forward, backward;

  explicit Costs(CellSteps const& of) : row(of), forward(costs_from_left(of)), backward(costs_to_right(of, forward)) {}

  double best() const { return backward[row.index({})]; }

  /// The least cost of a reading with this cell in this column.
  double with(std::size_t cell, std::size_t column) const {
    double least = infinite;
    row.each_of(cell, column, [&](CellStage const& at) {
      if (auto const before = forward[row.index(at)]; before < infinite)
        least = std::min(least, before + row.cost(at, CellStep::place) + backward[row.index(row.placed(at))]);
    });
    return least;
  }

  /// The least cost of a reading in which this cell goes on what stands in the column before this one.
  double joined(std::size_t cell, std::size_t column) const {
    double least = infinite;
    row.each_of(cell + 1, column, [&](CellStage const& at) {
      if (at.open)
        least = std::min(least, forward[row.index(at)] + backward[row.index(at)]);
    });
    return least;
  }
};

/// Follows the cheapest reading from the left: a step is on it when what it costs with the rest is the least.
std::vector<int> trace(Costs const& costs, std::size_t cells, std::size_t columns) {
  std::vector<int> out(cells, Alignment::none);
  std::size_t c = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    auto to = c;
    while (to < columns && costs.with(i, to) > costs.best() + equal)
      ++to;
    if (to < columns)
      out[i] = static_cast<int>(to), c = to + 1;
    else if (c > 0 && costs.joined(i, c) <= costs.best() + equal)
      out[i] = static_cast<int>(c) - 1;
  }
  return out;
}

/// Takes the cells of a row on a grid from left to right, each below its header.
class RowInPlace {
public:
  RowInPlace(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders)
      : cells_(cells), columns_(columns), row_(cells, columns, borders) {}

  /// The cheapest reading, where each text suits the header above it better than it could be read in any other way, so
  /// that there is nothing to search for. Most rows are like that.
  std::optional<Alignment> read() {
    out_.columns.reserve(cells_.size());
    for (auto const& cell : cells_)
      if (!(cell.blank ? take_blank(cell) : take_text(cell)))
        return std::nullopt;
    if (!skip_to(columns_.size()))
      return std::nullopt;
    out_.cost = std::accumulate(paid_.rbegin(), paid_.rend(), 0.0); // summed up as the search does
    out_.margins.assign(cells_.size(), infinite);
    out_.runners_up.assign(cells_.size(), Alignment::none);
    return std::move(out_);
  }

private:
  double cost_in(std::size_t column) const { return row_.cost({at_.cell, column, false, 0}, CellStep::place); }

  bool take_text(RowCell const& cell) {
    auto const elsewhere =
        std::min({prices::of(Price::surplus), prices::of(Price::off_grid), prices::of(Price::joined)});
    auto to = columns_.size();
    double least = elsewhere - equal;
    for (std::size_t c = 0; c < columns_.size(); ++c)
      if (overlap(cell, columns_[c]))
        if (auto const cost = cost_in(c); cost < least)
          to = c, least = cost;
    return to < columns_.size() && to >= at_.column && place(to, least);
  }

  /// A blank below no header, or below one that has its cell, is in no column; neither costs anything.
  bool take_blank(RowCell const& cell) {
    for (auto c = at_.column; c < columns_.size(); ++c)
      if (overlap(cell, columns_[c]))
        return cost_in(c) == 0 && place(c, 0);
    out_.columns.push_back(Alignment::none);
    at_ = {at_.cell + 1, at_.column, false, 0};
    return true;
  }

  bool place(std::size_t column, double cost) {
    if (!skip_to(column))
      return false;
    out_.columns.push_back(static_cast<int>(column));
    if (cost > 0)
      paid_.push_back(cost);
    at_ = row_.placed(at_);
    return true;
  }

  bool skip_to(std::size_t column) {
    for (; at_.column < column; at_ = {at_.cell, at_.column + 1, false, 0})
      if (row_.cost(at_, CellStep::skip) > 0)
        return false;
    return true;
  }

  std::span<RowCell const> cells_;
  std::span<Column const> columns_;
  CellSteps row_;
  CellStage at_;
  std::vector<double> paid_;
  Alignment out_;
};

/// What the cheapest reading pays, step by step.
CellReading read_cell(CellSteps const& row, int column) {
  auto const rest = costs_to_right(row, costs_from_left(row));
  CellReading out{column, rest[row.index({})], {}};
  if (out.cost == infinite)
    return out;
  prices::Bill bill;
  for (CellStage at; at.cell < row.cells() || at.column < row.columns();) {
    CellStep best{};
    CellStage to;
    double least = infinite;
    row.each_step(at, [&](CellStep step, CellStage const& next) {
      if (auto const cost = row.cost(at, step) + rest[row.index(next)]; cost < least - equal)
        best = step, to = next, least = cost;
    });
    row.pay(at, best, bill);
    at = to;
  }
  out.charges = std::move(bill.charges);
  return out;
}

bool tells_scoring(std::string_view text) {
  static auto const words = vocabulary_words("standards.vocab", "scoring");
  return any_stands_in(text, words);
}

} // namespace

PrefixCosts::PrefixCosts(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders)
    : columns_(columns.size()),
      steps_((cells.size() + 1) * columns.size(), {infinite, infinite, infinite, infinite, infinite}) {
  CellSteps row(cells, columns, borders);
  row.let_end_anywhere();
  row.remember_charges();
  for (std::size_t c = 0; c < columns_; ++c)
    skip_.push_back(row.cost({0, c, false, 0}, CellStep::skip));
  for (std::size_t i = 0; i <= cells.size(); ++i) {
    for (std::size_t c = 0; c < columns_ && i > 0; ++c)
      steps_[i * columns_ + c].skip = row.cost({i, c, true, 0}, CellStep::skip);
    if (i == cells.size())
      break;
    leave_.push_back(row.cost({i, 0, false, 0}, CellStep::leave));
    CellSteps alone(cells.subspan(i, 1), columns, borders);
    alone.let_end_anywhere();
    for (std::size_t c = 0; c < columns_; ++c) {
      auto& steps = steps_[i * columns_ + c];
      steps.behind_blank = row.cost({i, c, false, 0}, CellStep::place);
      steps.first = cells[i].on_broken_line ? alone.cost({0, c, false, 0}, CellStep::place) : steps.behind_blank;
      if (i > 0)
        steps.behind_cell = row.cost({i, c, true, 0}, CellStep::place);
      if (i > 0 && row.may_join(i, c))
        steps.join = row.cost({i, c + 1, true, 0}, CellStep::join);
    }
  }
}

std::vector<double> PrefixCosts::of(std::size_t first, std::size_t count) const {
  // The least cost with so many columns taken, the last of which is blank, or has a cell.
  std::vector<double> blank(columns_ + 1, infinite), cell(columns_ + 1, infinite), out;
  out.reserve(count + 1);
  blank[0] = 0;
  for (std::size_t i = 0;; ++i) {
    auto const steps = std::span(steps_).subspan((first + i) * columns_, columns_);
    for (std::size_t c = 0; c < columns_; ++c)
      blank[c + 1] = std::min({blank[c + 1], blank[c] + skip_[c], cell[c] + steps[c].skip});
    out.push_back(std::min(blank.back(), cell.back()));
    if (i == count)
      return out;
    for (auto c = columns_ + 1; c-- > 0;) {
      auto const joined = c > 0 ? cell[c] + steps[c - 1].join : infinite;
      auto const left = std::min(blank[c], cell[c]) + leave_[first + i];
      cell[c] = c == 0 ? infinite
                       : std::min({joined, blank[c - 1] + (i == 0 ? steps[c - 1].first : steps[c - 1].behind_blank),
                                   cell[c - 1] + steps[c - 1].behind_cell});
      blank[c] = left;
    }
  }
}

Alignment align_row(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                    ForcedCell forced) {
  if (borders <= Borders::gridded && forced.cell >= cells.size())
    if (auto in_place = RowInPlace(cells, columns, borders).read())
      return std::move(*in_place);
  CellSteps row(cells, columns, borders, forced);
  row.remember_charges();
  Costs const costs(row);
  Alignment out;
  out.cost = costs.best();
  out.columns = trace(costs, cells.size(), columns.size());
  out.margins.assign(cells.size(), infinite);
  out.runners_up.assign(cells.size(), Alignment::none);
  for (std::size_t i = 0; i < cells.size() && borders > Borders::gridded; ++i) {
    if (cells[i].blank || out.columns[i] == Alignment::none)
      continue;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (static_cast<int>(c) == out.columns[i])
        continue;
      auto const cost = costs.with(i, c);
      if (cost - out.cost < out.margins[i])
        out.margins[i] = cost - out.cost, out.runners_up[i] = static_cast<int>(c);
    }
  }
  return out;
}

std::vector<CellReading> weigh_cell(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                                    std::size_t cell, std::size_t most) {
  std::vector<CellReading> out;
  for (auto column = Alignment::none; column < static_cast<int>(columns.size()); ++column)
    if (auto reading = read_cell(CellSteps(cells, columns, borders, {cell, column}), column); reading.cost < infinite)
      out.push_back(std::move(reading));
  std::ranges::stable_sort(out, {}, &CellReading::cost);
  out.resize(std::min(out.size(), most));
  return out;
}

RowCell row_cell(Page const& page, std::uint32_t index) {
  auto const& piece = page.pieces[index];
  RowCell cell{index,
               piece.blank() ? Look::placeholder : piece.look(),
               piece.blank(),
               piece.label.level1,
               piece.label.level2,
               piece.x,
               piece.x_end,
               0,
               !piece.label.text.ends_with("指标") && !piece.fused};
  // 20分 below 分值: on a grid points are told by their column.
  if (cell.look == Look::quantity && page.borders <= Borders::gridded && points_in(piece.text))
    cell.look = Look::number;
  cell.tells_scoring = cell.look >= Look::short_words && tells_scoring(piece.text);
  cell.asks_for_number = cell.look >= Look::short_words && names_its_unit(trim(piece.text));
  cell.names_goals = !piece.label.is_level() && piece.label.is(Role::side, "goal");
  auto const says_the_same = [&](std::size_t other) {
    return cell.look >= Look::short_words && other < page.pieces.size() && !page.pieces[other].joined &&
           trim(page.pieces[other].text) == trim(piece.text);
  };
  cell.repeats = index > 0 && says_the_same(index - 1);
  cell.repeated = says_the_same(index + 1);
  cell.on_new_line = index > 0 && page.pieces[index - 1].row != piece.row;
  cell.may_go_on = cell.on_new_line && !piece.label.known() && is_next_to(page, index - 1, index);
  cell.on_broken_line = cell.on_new_line && page.breaks_cells;
  if (cell.look == Look::number) {
    std::string folded;
    if (auto const number = parse_decimal(fold_label(piece.text, folded)))
      cell.size = to_double(*number);
  }
  return cell;
}

std::vector<RowCell> with_ends_of_names(Page const& page, std::span<Column const> columns, std::vector<RowCell> cells) {
  if (std::ranges::any_of(columns, [](Column const& c) { return c.kind > ColumnKind::level3; }))
    return cells;
  for (auto& cell : cells)
    cell.ends_name = cell.look >= Look::short_words && may_end_as_name(trim(page.pieces[cell.piece].text));
  return cells;
}

} // namespace jixiao::recognition
