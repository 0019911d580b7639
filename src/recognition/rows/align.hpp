#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/pieces/looks.hpp"
#include "recognition/rows/prices.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao::recognition {

/// A cell of a row with what decides where it belongs.
struct RowCell {
  std::uint32_t piece = 0; ///< index into Page::pieces
  Look look{};
  bool blank = false;
  std::int16_t level1 = -1, level2 = -1;
  std::uint16_t x = 0, x_end = 1;
  double size = 0;              ///< of a number
  bool also_words = true;       ///< no label of a group, or one that may be a name: 满意度
  bool tells_scoring = false;   ///< words of how points are taken off: 未达标扣2分
  bool asks_for_number = false; ///< a name with its unit: 补助面积(万亩)
  bool ends_name = false; ///< words that may end the name of an indicator, where only names are printed: 资助学生数
  bool names_goals = false;    ///< 绩效目标, below 决策 a group like any other
  bool repeats = false;        ///< words that the cell before it says, too
  bool repeated = false;       ///< words that the cell behind it says, too
  bool on_new_line = false;    ///< it begins a line
  bool may_go_on = false;      ///< and is no label: where rows are not told, it may be the rest of the cell before it
  bool on_broken_line = false; ///< and nothing but a record or a cell goes over line ends: no cell ends there alone
};

struct Alignment {
  static constexpr int none = -1;

  std::vector<int> columns;    ///< for each cell its column, or none
  std::vector<double> margins; ///< for each cell by how much dearer it is in any other column
  std::vector<int> runners_up; ///< that column
  double cost = 0;

  /// The column that a cell is in; null: none.
  Column const* column_of(std::span<Column const> all, std::size_t cell) const {
    return columns[cell] == none ? nullptr : &all[static_cast<std::size_t>(columns[cell])];
  }
};

constexpr double close_margin = 0.6; ///< the runner-up of a cell is told where the margin is no more

/// A cell that has to be in one column, or in none.
struct ForcedCell {
  std::size_t cell = static_cast<std::size_t>(-1);
  int column = Alignment::none;
};

/// The cheapest way to read the cells of one row, from left to right, as cells of the columns. Time and memory: cells
/// times columns. Margins are not weighed where the carrier knows the grid.
Alignment align_row(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                    ForcedCell forced = {});

/// The cost of cells as a row of their own, wherever it begins and ends; where the carrier tells no rows, so that
/// nothing has slid. What each step costs is looked up once.
class PrefixCosts {
public:
  PrefixCosts(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders);

  /// Of the first 0, 1, 2 ... of the `count` cells from `first` on. Time: cells times columns.
  std::vector<double> of(std::size_t first, std::size_t count) const;

private:
  /// What it costs to take a cell into a column: as the first of its row, behind a column without one, or behind one
  /// with one; to go on there what the cell before it begins; and to leave the column blank behind that one.
  struct Steps {
    double first, behind_blank, behind_cell, join, skip;
  };

  std::size_t columns_;
  std::vector<Steps> steps_;         ///< by cell and column, and for the end of the cells by column
  std::vector<double> skip_, leave_; ///< to leave a column blank behind another one; to take a cell into no column
};

/// The cheapest reading of a row in which a cell is in this column, or in none.
struct CellReading {
  int column = Alignment::none;
  double cost = 0; ///< of the whole row
  std::vector<prices::Charge> charges;
};

/// The readings of a row that differ in where one cell is, cheapest first, at most `most`; for those who ask why it is
/// where it is. Time: columns times that of align_row().
std::vector<CellReading> weigh_cell(std::span<RowCell const> cells, std::span<Column const> columns, Borders borders,
                                    std::size_t cell, std::size_t most);

RowCell row_cell(Page const& page, std::uint32_t piece);

/// The cells, with RowCell::ends_name where no column is of a value.
std::vector<RowCell> with_ends_of_names(Page const& page, std::span<Column const> columns, std::vector<RowCell> cells);

} // namespace jixiao::recognition
