#include "recognition/align.hpp"

#include "recognition/cell_steps.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <limits>

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

/// For each stage the least cost of what follows.
std::vector<double> costs_to_right(CellSteps const& row) {
  std::vector<double> cost(row.size(), infinite);
  for (auto i = row.cells() + 1; i-- > 0;)
    for (auto c = row.columns() + 1; c-- > 0;)
      row.each_of(i, c, [&](CellStage const& at) {
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

  explicit Costs(CellSteps const& of) : row(of), forward(costs_from_left(of)), backward(costs_to_right(of)) {}

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

/// What the cheapest reading pays, step by step.
CellReading read_cell(CellSteps const& row, int column) {
  auto const rest = costs_to_right(row);
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

} // namespace

std::vector<double> prefix_costs(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders) {
  CellSteps const row(cells, columns, borders);
  auto const forward = costs_from_left(row);
  std::vector<double> out;
  for (std::size_t i = 0; i <= cells.size(); ++i) {
    out.push_back(infinite);
    row.each_of(i, columns.size(),
                [&](CellStage const& at) { out.back() = std::min(out.back(), forward[row.index(at)]); });
  }
  return out;
}

Alignment align_row(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                    ForcedCell forced) {
  CellSteps const row(cells, columns, borders, forced);
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

} // namespace jixiao::recognition
