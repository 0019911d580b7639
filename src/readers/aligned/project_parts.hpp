#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/table_cell.hpp"

#include <optional>

namespace jixiao::aligned {

/// Rows [first, last) of the indicators of one project.
struct ProjectRows {
  std::size_t first = 0, last = 0;
};

/// The rows [first, last) parted where their groups begin anew: 满意度指标 and then 产出指标 again. `levels` are the
/// labels beside the rows.
std::vector<ProjectRows> rows_of_projects(Sheet const& sheet, Band const& band, std::span<TableCell const> levels,
                                          std::size_t first, std::size_t last);

/// The cells of each project, which stand on the lines of its rows wherever a page cuts them. None where a part has no
/// name, or two amounts of a column: the groups do not tell the projects.
std::optional<std::vector<TableCell>> cells_of_parts(Sheet const& sheet, RunPlan const& plan, Band const& band,
                                                     std::span<SheetRow const> rows,
                                                     std::vector<ProjectRows> const& parts);

} // namespace jixiao::aligned
