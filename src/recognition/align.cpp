#include "recognition/align.hpp"

#include "recognition/prices.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <limits>

namespace jixiao::recognition {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

bool takes_several(ColumnKind kind) {
  return kind == ColumnKind::level3 || kind == ColumnKind::remark || kind == ColumnKind::definition ||
         kind == ColumnKind::goal || kind == ColumnKind::basis;
}

/// Costs of one row. `cost[i][c]` is of the first i cells in the first c columns; the second layer says that column
/// c - 1 has a cell, so that the next one may go on with it.
class Aligner {
public:
  Aligner(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders)
      : cells_(cells), columns_(columns), borders_(borders),
        has_level2_(std::ranges::any_of(columns, [](Column const& c) { return c.kind == ColumnKind::level2; })) {}

  /// Costs from the left, or of what follows from the right.
  std::vector<double> forward() const {
    std::vector<double> cost(size(), infinite);
    cost[index(0, 0, false)] = 0;
    for (std::size_t i = 0; i <= cells_.size(); ++i)
      for (std::size_t c = 0; c <= columns_.size(); ++c)
        for (bool const open : {false, true})
          if (auto const here = cost[index(i, c, open)]; here < infinite)
            each_step(i, c, open, [&](std::size_t to, double more) { cost[to] = std::min(cost[to], here + more); });
    return cost;
  }

  std::vector<double> backward() const {
    std::vector<double> cost(size(), infinite);
    cost[index(cells_.size(), columns_.size(), false)] = cost[index(cells_.size(), columns_.size(), true)] = 0;
    for (auto i = cells_.size() + 1; i-- > 0;)
      for (auto c = columns_.size() + 1; c-- > 0;)
        for (bool const open : {false, true}) {
          auto& here = cost[index(i, c, open)];
          each_step(i, c, open, [&](std::size_t to, double more) { here = std::min(here, cost[to] + more); });
        }
    return cost;
  }

  std::size_t index(std::size_t i, std::size_t c, bool open) const {
    return (i * (columns_.size() + 1) + c) * 2 + (open ? 1 : 0);
  }

  double fit(std::size_t i, std::size_t c) const {
    auto const& cell = cells_[i];
    auto const& column = columns_[c];
    auto const where = place(cell, column);
    if (cell.blank)
      return where + (on_grid() ? 0 : prices::blank);
    return where + look(cell, column);
  }

private:
  std::size_t size() const { return (cells_.size() + 1) * (columns_.size() + 1) * 2; }

  template <class Visit> void each_step(std::size_t i, std::size_t c, bool open, Visit visit) const {
    if (c < columns_.size())
      visit(index(i, c + 1, false), missing(c));
    if (i == cells_.size())
      return;
    visit(index(i + 1, c, false), left_over(i));
    if (c < columns_.size())
      visit(index(i + 1, c + 1, true), fit(i, c));
    if (open && c > 0 && goes_on(i, columns_[c - 1].kind))
      visit(index(i + 1, c, true), prices::joined + prices::fit(columns_[c - 1], cells_[i].look));
  }

  bool on_grid() const { return borders_ <= Borders::gridded; }

  bool goes_on(std::size_t i, ColumnKind kind) const {
    return !cells_[i].blank && takes_several(kind) && borders_ != Borders::exact;
  }

  double missing(std::size_t c) const { return on_grid() ? 0 : prices::missing(columns_[c]); }

  double left_over(std::size_t i) const {
    if (!cells_[i].blank)
      return prices::surplus;
    return on_grid() ? 0 : prices::stray_blank;
  }

  double place(RowCell const& cell, Column const& column) const {
    if (cell.x < column.x_end && column.x < cell.x_end)
      return 0;
    int const between = cell.x >= column.x_end ? cell.x - column.x_end + 1 : column.x - cell.x_end + 1;
    if (on_grid())
      return prices::off_grid + prices::off_grid_column * std::min(between, 6);
    return borders_ == Borders::separated ? prices::drift * std::min(between, 4) : 0;
  }

  double look(RowCell const& cell, Column const& column) const {
    auto const kind = column.kind;
    if (cell.level1 < 0 && cell.level2 < 0)
      return prices::fit(column, cell.look);
    // Without a column of its own, the group of level 2 is printed where names stand.
    bool const as_name = !has_level2_ && cell.level2 >= 0;
    if (kind == ColumnKind::level1)
      return cell.level1 < 0 ? 4 : as_name ? 1.5 : 0;
    if (kind == ColumnKind::level3 && as_name)
      return 0.2;
    if (kind == ColumnKind::level2)
      return cell.level2 >= 0 ? 0 : 4;
    // 满意度 may be a name as well, where it stands in the column of names for sure.
    if (kind == ColumnKind::level3 && on_grid())
      return 1;
    return kind == ColumnKind::level3 || kind == ColumnKind::other ? 4 : prices::impossible;
  }

  std::span<RowCell const> cells_;
  std::span<Column const> columns_;
  Borders borders_;
  bool has_level2_;
};

/// Follows the cheapest path from the left: a step is on it when what follows costs just the rest.
std::vector<int> trace(Aligner const& aligner, std::vector<double> const& forward, std::vector<double> const& backward,
                       std::size_t cells, std::size_t columns, double best) {
  std::vector<int> out(cells, Alignment::none);
  auto const on_path = [&](std::size_t i, std::size_t c, bool open) {
    return forward[aligner.index(i, c, open)] + backward[aligner.index(i, c, open)] <= best + 1e-9;
  };
  std::size_t c = 0;
  for (std::size_t i = 0; i < cells; ++i) {
    bool taken = false;
    for (auto to = c; to < columns && !taken; ++to) {
      auto const from = std::min(forward[aligner.index(i, to, false)], forward[aligner.index(i, to, true)]);
      taken = from + aligner.fit(i, to) + backward[aligner.index(i + 1, to + 1, true)] <= best + 1e-9;
      if (taken)
        out[i] = static_cast<int>(to), c = to + 1;
    }
    if (!taken && c > 0 && on_path(i + 1, c, true))
      out[i] = static_cast<int>(c) - 1;
  }
  return out;
}

} // namespace

std::vector<double> prefix_costs(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders) {
  Aligner const aligner(cells, columns, borders);
  auto const forward = aligner.forward();
  std::vector<double> out;
  for (std::size_t i = 0; i <= cells.size(); ++i)
    out.push_back(
        std::min(forward[aligner.index(i, columns.size(), false)], forward[aligner.index(i, columns.size(), true)]));
  return out;
}

Alignment align_row(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders) {
  Aligner const aligner(cells, columns, borders);
  auto const forward = aligner.forward(), backward = aligner.backward();
  Alignment out;
  out.cost = backward[aligner.index(0, 0, false)];
  out.columns = trace(aligner, forward, backward, cells.size(), columns.size(), out.cost);
  out.margins.assign(cells.size(), infinite);
  out.runners_up.assign(cells.size(), Alignment::none);
  for (std::size_t i = 0; i < cells.size() && borders > Borders::gridded; ++i) {
    if (cells[i].blank || out.columns[i] == Alignment::none)
      continue;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (static_cast<int>(c) == out.columns[i])
        continue;
      auto const before = std::min(forward[aligner.index(i, c, false)], forward[aligner.index(i, c, true)]);
      auto const cost = before + aligner.fit(i, c) + backward[aligner.index(i + 1, c + 1, true)];
      if (cost - out.cost < out.margins[i])
        out.margins[i] = cost - out.cost, out.runners_up[i] = static_cast<int>(c);
    }
  }
  return out;
}

RowCell row_cell(Page const& page, std::uint32_t index) {
  auto const& piece = page.pieces[index];
  RowCell cell{index,
               piece.blank() ? Look::placeholder : look_of(piece.text),
               piece.blank(),
               piece.label.level1,
               piece.label.level2,
               piece.x,
               piece.x_end,
               0};
  if (cell.look == Look::number) {
    std::string folded;
    if (auto const number = parse_decimal(fold_label(piece.text, folded)))
      cell.size = to_double(*number);
  }
  return cell;
}

} // namespace jixiao::recognition
