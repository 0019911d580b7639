#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// How the lines of a row's cells stand to each other: about one middle, under one top, or, as programs do that print
/// tables line by line (w3m), in the middle of the lines of their row, half a line too high where that falls between
/// two.
enum class Stand : std::uint8_t { middle, top, lines };

constexpr std::int16_t no_column = -1;

/// Lines [first, last).
struct Lines {
  std::uint32_t first = 0, last = 0;
};

/// What is known of the runs before rows are: by run.
struct RunPlan {
  std::vector<std::int16_t> column; ///< of its band; none where no header tells
  std::vector<bool> set_aside;      ///< in a merged label, which is put beside its rows later
  std::vector<bool> opens_group;    ///< by line: a merged label begins on it
  std::vector<Lines> groups;        ///< of the labels of the last level, from top to bottom
};

/// The lines of one cell.
struct RowCell {
  RunList runs;
  double x0 = 0, x1 = 0;
  std::int16_t column = no_column;
  double weight = 0; ///< cells of more are placed first
};

struct SheetRow {
  std::uint32_t first = 0, last = 0; ///< lines [first, last)
  std::vector<RowCell> cells;        ///< from left to right
  double height = 1;                 ///< in lines
  double margin = impossible;        ///< by how much the lines are dearer when they are parted otherwise
};

/// Columns of a stretch of lines.
struct ColumnInfo {
  std::vector<double> width;     ///< of the widest run in each column
  std::vector<double> filled;    ///< the part of the rows that have a text in each column, as a first reading shows
  std::vector<bool> merged;      ///< columns of merged cells: what of one is not set aside is a row of its own
  std::vector<bool> points;      ///< columns of weights and scores, which several rows may share
  std::int16_t name = no_column; ///< the column of names: a row without one is rare
  bool prose = false;            ///< texts of several lines beside each other
  bool loose = false;            ///< their middles may be half a line apart
};

struct RowsOfLines {
  std::vector<SheetRow> rows;
  RunList strays; ///< runs that are in no row: of merged cells, or what cannot be told
  double price = 0;
};

/// Parts the lines [first, last) into rows at least cost.
RowsOfLines part_into_rows(Sheet const& sheet, RunPlan const& plan, ColumnInfo columns, std::uint32_t first,
                           std::uint32_t last, Stand stand);

} // namespace jixiao::aligned
