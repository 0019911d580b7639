#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/groups.hpp"
#include "readers/aligned/table_cell.hpp"

/// What the merged columns of a grid of projects (unit, name, amount, goal) say of each project stands about one
/// middle, as the texts of a row do, with the rows of its indicators beside it.
namespace jixiao::aligned {

/// Tells which texts of the merged columns stand beside no indicators, such as sums, and units above their projects:
/// they are set aside no more; and whether units are merged over several projects. `plan` has the columns of all runs.
/// Returns the price of these rows.
double plan_projects(Sheet const& sheet, RunPlan& plan, Band& band, Stand stand);

/// True for a column of merged cells.
bool is_merged(Band const& band, std::int16_t column);

/// The others, from top to bottom; and what is in none.
RowsOfLines read_projects(Sheet const& sheet, RunPlan const& plan, Band const& band, Stand stand);

/// Their cells beside the rows [first, last); one that has no place is in no rows. Adds to the price what they stand
/// off.
std::vector<TableCell> cells_of_projects(Sheet const& sheet, Ruler const& ruler, Band const& band,
                                         std::vector<SheetRow> const& projects, std::size_t first, std::size_t last,
                                         GroupRules const& rules, double& price);

/// Which rows a merged cell of the column may stand beside: all but those of sums, and of labels of that column alone.
std::vector<bool> rows_beside(std::span<SheetRow const> rows, Band const& band, std::int16_t column);

} // namespace jixiao::aligned
