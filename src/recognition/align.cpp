#include "recognition/align.hpp"

#include "recognition/prices.hpp"
#include "text/clean.hpp"

#include <jixiao/decimal.hpp>

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace jixiao::recognition {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

bool takes_several(ColumnKind kind) {
  return kind == ColumnKind::level3 || kind == ColumnKind::remark || kind == ColumnKind::definition ||
         kind == ColumnKind::goal || kind == ColumnKind::basis;
}

constexpr int farthest = 6;              ///< a row that slid farther costs no more
constexpr int slides = 2 * farthest + 1; ///< distances of a cell from its header, where rows may have slid

/// A stage of the reading of a row: the first `cell` cells are in the first `column` columns; `open` says that the last
/// of these has a cell, so that the next one may go on with it; `slide` is how far the last cell stands from its
/// header.
struct Stage {
  std::size_t cell = 0, column = 0;
  bool open = false;
  int slide = 0;
};

/// Costs of one row, for each stage the least, from the left or of what follows.
class Aligner {
public:
  Aligner(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders)
      : cells_(cells), columns_(columns), borders_(borders), slides_(borders == Borders::separated ? slides : 1),
        first_(static_cast<std::size_t>(std::ranges::find_if(cells, [](RowCell const& cell) { return !cell.blank; }) -
                                        cells.begin())),
        has_level2_(std::ranges::any_of(columns, [](Column const& c) { return c.kind == ColumnKind::level2; })) {}

  std::vector<double> forward() const {
    std::vector<double> cost(size(), infinite);
    cost[index({})] = 0;
    each_stage([&](Stage const& stage) {
      if (auto const here = cost[index(stage)]; here < infinite)
        each_step(stage, [&](Stage const& next, double more) {
          auto& to = cost[index(next)];
          to = std::min(to, here + more);
        });
    });
    return cost;
  }

  std::vector<double> backward() const {
    std::vector<double> cost(size(), infinite);
    for (auto i = cells_.size() + 1; i-- > 0;)
      for (auto c = columns_.size() + 1; c-- > 0;)
        for (bool const open : {false, true})
          for (int s = 0; s < slides_; ++s) {
            Stage const stage{i, c, open, s - slides_ / 2};
            auto& here = cost[index(stage)];
            if (i == cells_.size() && c == columns_.size())
              here = 0;
            each_step(stage, [&](Stage const& next, double more) { here = std::min(here, cost[index(next)] + more); });
          }
    return cost;
  }

  /// Calls `visit(stage)` for every stage, each after those that lead to it.
  template <class Visit> void each_stage(Visit visit) const {
    for (std::size_t i = 0; i <= cells_.size(); ++i)
      for (std::size_t c = 0; c <= columns_.size(); ++c)
        each_of(i, c, visit);
  }

  /// The stages at which `cell` cells are in `column` columns.
  template <class Visit> void each_of(std::size_t cell, std::size_t column, Visit visit) const {
    for (bool const open : {false, true})
      for (int s = 0; s < slides_; ++s)
        visit(Stage{cell, column, open, s - slides_ / 2});
  }

  std::size_t index(Stage const& stage) const {
    auto const place = (stage.cell * (columns_.size() + 1) + stage.column) * 2 + (stage.open ? 1 : 0);
    return place * static_cast<std::size_t>(slides_) + static_cast<std::size_t>(stage.slide + slides_ / 2);
  }

  /// The stage behind one at which the next cell stands in the next column. Blanks tell of no slide.
  Stage placed(Stage const& stage) const {
    auto const& cell = cells_[stage.cell];
    return {stage.cell + 1, stage.column + 1, true, cell.blank ? stage.slide : slide(cell, columns_[stage.column])};
  }

  /// What that step costs.
  double fit(Stage const& stage) const {
    auto const& cell = cells_[stage.cell];
    auto const& column = columns_[stage.column];
    if (cell.blank)
      return place(cell, column) + blank(column);
    auto const slid = change(stage.slide, slide(cell, column));
    return place(cell, column) + (stage.cell == first_ ? prices::first_slide * slid : slid) + look(cell, column);
  }

private:
  std::size_t size() const {
    return (cells_.size() + 1) * (columns_.size() + 1) * 2 * static_cast<std::size_t>(slides_);
  }

  template <class Visit> void each_step(Stage const& at, Visit visit) const {
    auto const [i, c, open, slide] = at;
    if (c < columns_.size())
      visit(Stage{i, c + 1, false, slide}, missing(c));
    if (i == cells_.size())
      return;
    visit(Stage{i + 1, c, false, slide}, left_over(i));
    if (c < columns_.size())
      visit(placed(at), fit(at));
    if (open && c > 0 && goes_on(i, columns_[c - 1].kind))
      visit(Stage{i + 1, c, true, slide}, prices::joined + prices::fit(columns_[c - 1], cells_[i].look));
  }

  bool on_grid() const { return borders_ <= Borders::gridded; }

  bool goes_on(std::size_t i, ColumnKind kind) const {
    return !cells_[i].blank && takes_several(kind) && borders_ != Borders::exact;
  }

  double missing(std::size_t c) const {
    if (borders_ == Borders::separated && columns_[c].kind == ColumnKind::level3)
      return prices::nameless_row;
    if (borders_ == Borders::separated && columns_[c].kind == ColumnKind::target)
      return prices::valueless_row;
    return on_grid() ? 0 : prices::missing(columns_[c]);
  }

  /// A record has a name: that of a row that slid stands elsewhere.
  double blank(Column const& column) const {
    if (on_grid())
      return 0;
    bool const name = borders_ == Borders::separated && column.kind == ColumnKind::level3;
    return prices::blank + (name ? prices::nameless_row : 0);
  }

  /// Where rows may have slid, several labels may have come to stand on one.
  double left_over(std::size_t i) const {
    if (cells_[i].blank)
      return on_grid() ? 0 : borders_ == Borders::separated ? prices::blank : prices::stray_blank;
    bool const is_label = cells_[i].level1 >= 0 || cells_[i].level2 >= 0;
    return is_label && borders_ == Borders::separated ? prices::surplus_label : prices::surplus;
  }

  static bool overlap(RowCell const& cell, Column const& column) {
    return cell.x < column.x_end && column.x < cell.x_end;
  }

  /// How far a cell stands from its header, to the right.
  int slide(RowCell const& cell, Column const& column) const {
    if (slides_ == 1 || overlap(cell, column))
      return 0;
    return std::clamp(static_cast<int>(cell.x) - static_cast<int>(column.x), -farthest, farthest);
  }

  double change(int from, int to) const {
    return from == to ? 0 : prices::slide + prices::slide_column * std::abs(to - from);
  }

  double place(RowCell const& cell, Column const& column) const {
    if (!on_grid() || overlap(cell, column))
      return 0;
    int const between = cell.x >= column.x_end ? cell.x - column.x_end + 1 : column.x - cell.x_end + 1;
    return prices::off_grid + prices::off_grid_column * std::min(between, farthest);
  }

  double look(RowCell const& cell, Column const& column) const {
    auto const kind = column.kind;
    bool const words = cell.look == Look::short_words || cell.look == Look::words;
    if (words && borders_ == Borders::separated && (kind == ColumnKind::target || kind == ColumnKind::actual))
      return prices::words_as_value;
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
    if (cell.also_words && on_grid())
      return prices::fit(column, cell.look);
    if (kind == ColumnKind::level3 && cell.also_words)
      return prices::label_as_name;
    if (kind == ColumnKind::level3 && borders_ == Borders::separated)
      return prices::impossible;
    return kind == ColumnKind::level3 || kind == ColumnKind::other ? 4 : prices::impossible;
  }

  std::span<RowCell const> cells_;
  std::span<Column const> columns_;
  Borders borders_;
  int slides_;
  std::size_t first_; ///< the first cell that is not blank
  bool has_level2_;
};

/// The readings of a row and what each costs.
struct Costs {
  Aligner const& aligner;
  std::vector<double> forward, backward;

  explicit Costs(Aligner const& of) : aligner(of), forward(of.forward()), backward(of.backward()) {}

  double best() const { return backward[aligner.index({})]; }

  /// The least cost of a reading with this cell in this column.
  double with(std::size_t cell, std::size_t column) const {
    double least = infinite;
    aligner.each_of(cell, column, [&](Stage const& stage) {
      if (auto const before = forward[aligner.index(stage)]; before < infinite)
        least = std::min(least, before + aligner.fit(stage) + backward[aligner.index(aligner.placed(stage))]);
    });
    return least;
  }

  /// The least cost of a reading in which this cell goes on what stands in the column before this one.
  double joined(std::size_t cell, std::size_t column) const {
    double least = infinite;
    aligner.each_of(cell + 1, column, [&](Stage const& stage) {
      if (stage.open)
        least = std::min(least, forward[aligner.index(stage)] + backward[aligner.index(stage)]);
    });
    return least;
  }
};

/// Follows the cheapest reading from the left: a step is on it when what it costs with the rest is the least.
std::vector<int> trace(Costs const& costs, std::size_t cells, std::size_t columns) {
  constexpr double equal = 1e-9;
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

} // namespace

std::vector<double> prefix_costs(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders) {
  Aligner const aligner(cells, columns, borders);
  auto const forward = aligner.forward();
  std::vector<double> out;
  for (std::size_t i = 0; i <= cells.size(); ++i) {
    out.push_back(infinite);
    aligner.each_of(i, columns.size(),
                    [&](Stage const& stage) { out.back() = std::min(out.back(), forward[aligner.index(stage)]); });
  }
  return out;
}

Alignment align_row(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders) {
  Aligner const aligner(cells, columns, borders);
  Costs const costs(aligner);
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

RowCell row_cell(Page const& page, std::uint32_t index) {
  auto const& piece = page.pieces[index];
  RowCell cell{index,
               piece.blank() ? Look::placeholder : look_of(piece.text),
               piece.blank(),
               piece.label.level1,
               piece.label.level2,
               piece.x,
               piece.x_end,
               0,
               !piece.label.text.ends_with("指标")};
  if (cell.look == Look::number) {
    std::string folded;
    if (auto const number = parse_decimal(fold_label(piece.text, folded)))
      cell.size = to_double(*number);
  }
  return cell;
}

} // namespace jixiao::recognition
