#pragma once

#include "recognition/rows/align.hpp"
#include "recognition/rows/prices.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

/// The steps in which a row is read from left to right, and what each pays.
namespace jixiao::recognition {

/// A stage of the reading of a row: the first `cell` cells are in the first `column` columns; `open` says that the last
/// of these has a cell, so that the next one may go on with it; `slide` is how far the last cell stands from its
/// header.
struct CellStage {
  std::size_t cell = 0, column = 0;
  bool open = false;
  int slide = 0;
};

enum class CellStep : std::uint8_t {
  skip,  ///< the next column has no cell
  leave, ///< the next cell is in no column
  place, ///< the next cell is in the next column
  join   ///< the next cell goes on what stands in the column before
};

class CellSteps {
public:
  static constexpr int farthest = 6;              ///< a row that slid farther costs no more
  static constexpr int slides = 2 * farthest + 1; ///< distances of a cell from its header, where rows may have slid

  CellSteps(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders, ForcedCell forced = {});

  /// Looks up once what each column without a cell pays, and each cell in each column: a search asks for it at many
  /// stages.
  void remember_charges();

  /// The cells are those of several records: that they are as many as the columns tells nothing.
  void let_end_anywhere() { is_full_ = false; }

  std::size_t cells() const { return cells_.size(); }
  std::size_t columns() const { return columns_.size(); }
  bool is_forced() const { return forced_.cell < cells_.size(); }

  /// Stages are numbered from 0.
  std::size_t size() const {
    return (cells_.size() + 1) * (columns_.size() + 1) * 2 * static_cast<std::size_t>(slides_);
  }
  std::size_t index(CellStage const& stage) const {
    auto const place = (stage.cell * (columns_.size() + 1) + stage.column) * 2 + (stage.open ? 1 : 0);
    return place * static_cast<std::size_t>(slides_) + static_cast<std::size_t>(stage.slide + slides_ / 2);
  }

  /// Calls `visit(stage)` for the stages at which `cell` cells are in `column` columns.
  template <class Visit> void each_of(std::size_t cell, std::size_t column, Visit visit) const {
    for (bool const open : {false, true})
      for (int s = 0; s < slides_; ++s)
        visit(CellStage{cell, column, open, s - slides_ / 2});
  }

  /// Calls `visit(step, next)` for every step that may be taken from a stage.
  template <class Visit> void each_step(CellStage const& at, Visit visit) const {
    auto const [i, c, open, slide] = at;
    if (c < columns_.size())
      visit(CellStep::skip, CellStage{i, c + 1, false, slide});
    if (i == cells_.size())
      return;
    if (may_be_in(i, Alignment::none))
      visit(CellStep::leave, CellStage{i + 1, c, false, slide});
    if (c < columns_.size() && may_be_in(i, static_cast<int>(c)))
      visit(CellStep::place, placed(at));
    if (open && c > 0 && may_join(i, c - 1) && may_be_in(i, static_cast<int>(c) - 1))
      visit(CellStep::join, CellStage{i + 1, c, true, slide});
  }

  /// The stage behind one at which the next cell stands in the next column. Blanks tell of no slide.
  CellStage placed(CellStage const& stage) const {
    auto const& cell = cells_[stage.cell];
    return {stage.cell + 1, stage.column + 1, true, cell.blank ? stage.slide : slide(cell, columns_[stage.column])};
  }

  /// The cell may go on what stands in that column.
  bool may_join(std::size_t cell, std::size_t column) const { return goes_on(cell, columns_[column].kind); }

  double cost(CellStage const& at, CellStep step) const {
    prices::Sum sum;
    pay(at, step, sum);
    return sum.total;
  }

  /// Pays for a step: to a prices::Sum, or a prices::Bill.
  template <class Ledger> void pay(CellStage const& at, CellStep step, Ledger& ledger) const {
    switch (step) {
    case CellStep::skip:
      if (leaves_sign_alone(at))
        ledger.pay(Price::missing_number);
      return pay_missing(at.column, ledger);
    case CellStep::leave:
      return pay_left_over(cells_[at.cell], ledger);
    case CellStep::place:
      return pay_place(at, ledger);
    case CellStep::join:
      ledger.pay(is_rest_of_line(at.cell) ? Price::joined_line : Price::joined);
      if (cells_[at.cell].on_broken_line)
        return; // half a text looks like nothing of its own
      ledger.pay(look_in(at.cell, at.column - 1));
    }
  }

private:
  bool on_grid() const { return borders_ <= Borders::gridded; }
  bool may_have_slid() const { return borders_ == Borders::separated; }
  bool is_rest_of_line(std::size_t i) const;
  bool goes_on(std::size_t i, ColumnKind kind) const;
  bool leaves_sign_alone(CellStage const& at) const;
  prices::Charge look(RowCell const& cell, Column const& column) const;
  prices::Charge look_in(std::size_t cell, std::size_t column) const {
    return looks_.empty() ? look(cells_[cell], columns_[column]) : looks_[cell * columns_.size() + column];
  }
  prices::Charge look_of_label(RowCell const& cell, ColumnKind kind) const;

  bool may_be_in(std::size_t cell, int column) const { return cell != forced_.cell || column == forced_.column; }

  /// How far a cell stands from its header, to the right.
  int slide(RowCell const& cell, Column const& column) const {
    if (slides_ == 1 || overlap(cell, column))
      return 0;
    return std::clamp(static_cast<int>(cell.x) - static_cast<int>(column.x), -farthest, farthest);
  }

  /// Distances beyond the farthest look the same: there a cell that leaves out a column behind the one before it has
  /// slid.
  bool slides_out_of_sight(CellStage const& at) const {
    auto const& cell = cells_[at.cell];
    return at.slide == -farthest && slides_ > 1 && !at.open && at.cell > first_ &&
           static_cast<int>(cell.x) - static_cast<int>(columns_[at.column].x) < -farthest &&
           !cells_[at.cell - 1].blank && cell.x == cells_[at.cell - 1].x + 1;
  }

  template <class Ledger> void pay_missing(std::size_t index, Ledger& ledger) const {
    auto const& column = columns_[index];
    if (may_have_slid() && column.kind == ColumnKind::level3)
      ledger.pay(Price::nameless_row);
    else if (may_have_slid() && column.kind == ColumnKind::target)
      ledger.pay(Price::valueless_row);
    else if (!on_grid())
      ledger.pay(missing_.empty() ? prices::missing(column) : missing_[index]);
  }

  /// Where rows may have slid, several labels may have come to stand on one.
  template <class Ledger> void pay_left_over(RowCell const& cell, Ledger& ledger) const {
    bool const is_label = cell.level1 >= 0 || cell.level2 >= 0;
    if (!cell.blank)
      ledger.pay(is_label && may_have_slid() ? Price::surplus_label : Price::surplus);
    else if (!on_grid())
      ledger.pay(may_have_slid() ? Price::blank : Price::stray_blank);
  }

  template <class Ledger> void pay_place(CellStage const& at, Ledger& ledger) const {
    auto const& cell = cells_[at.cell];
    auto const& column = columns_[at.column];
    if (on_grid() && !overlap(cell, column)) {
      int const between = cell.x >= column.x_end ? cell.x - column.x_end + 1 : column.x - cell.x_end + 1;
      ledger.pay(Price::off_grid);
      if (borders_ == Borders::exact)
        ledger.pay(Price::off_exact_grid);
      ledger.pay(Price::off_grid_column, std::min(between, farthest));
    }
    if (cell.on_broken_line && at.cell > 0)
      ledger.pay(Price::line_between_cells);
    if (cell.blank)
      return pay_blank(column, ledger);
    // The points of a group stand right behind its label.
    bool const labelled = at.open && at.cell > 0 && !cells_[at.cell - 1].blank;
    if (column.kind == ColumnKind::group_points && !labelled && !on_grid())
      ledger.pay(Price::unlikely);
    int const to = slide(cell, column);
    if (bool const hidden = slides_out_of_sight(at); to != at.slide || hidden) {
      double const part = at.cell == first_ ? prices::of_first_slide : 1;
      ledger.pay(Price::slide, part);
      ledger.pay(Price::slide_column, part * (hidden ? 1 : std::abs(to - at.slide)));
    }
    ledger.pay(look_in(at.cell, at.column));
  }

  /// A record has a name: that of a row that slid stands elsewhere.
  template <class Ledger> void pay_blank(Column const& column, Ledger& ledger) const {
    if (on_grid())
      return;
    bool const points = column.kind == ColumnKind::weight || column.kind == ColumnKind::score;
    ledger.pay(points && !may_have_slid() ? Price::missing_points : Price::blank);
    if (column.kind == ColumnKind::level3)
      ledger.pay(Price::nameless_row);
  }

  std::span<RowCell const> cells_;
  std::span<Column const> columns_;
  Borders borders_;
  ForcedCell forced_;
  int slides_;
  std::size_t first_; ///< the first cell that is not blank
  bool has_level2_, has_standard_, is_full_;
  std::vector<prices::Charge> missing_, looks_; ///< by column, and by cell and column; empty: not remembered
};

} // namespace jixiao::recognition
