#include "readers/aligned/projects.hpp"

#include "readers/aligned/header_rows.hpp"

#include <algorithm>

namespace jixiao::aligned {

namespace {

bool is_project_column(Band const& band, std::int16_t column) {
  return std::ranges::find(band.projects, column) != band.projects.end();
}

RowsOfLines read_projects(Sheet const& sheet, RunPlan const& plan, Band const& band, Stand stand) {
  auto merged = plan;
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.end]; ++run)
    merged.set_aside[run] = !is_project_column(band, plan.column[run]);
  auto info = columns_of(sheet, plan, band);
  info.name = band.project_name;
  info.merged.clear();
  return part_into_rows(sheet, merged, std::move(info), band.header.last, band.end, stand);
}

/// The lines of the tallest cell: where they stand is where all of them do.
RunList const& tallest_of(SheetRow const& project) {
  return std::ranges::max_element(project.cells, {}, [](RowCell const& c) { return c.runs.size(); })->runs;
}

/// Where projects have goals, a sum and a unit above its projects have none.
bool lacks_goal(SheetRow const& project, std::vector<SheetRow> const& projects, Band const& band) {
  auto const has_goal = [&](SheetRow const& row) {
    return std::ranges::find(row.cells, band.goal, &RowCell::column) != row.cells.end();
  };
  return band.goal >= 0 && !has_goal(project) && std::ranges::any_of(projects, has_goal);
}

std::vector<RunList> labels_of(std::span<SheetRow const> projects) {
  std::vector<RunList> labels;
  for (auto const& project : projects)
    labels.push_back(tallest_of(project));
  return labels;
}

void show(RunPlan& plan, SheetRow const& row) {
  for (auto const& cell : row.cells)
    for (auto const run : cell.runs)
      plan.set_aside[run] = false;
}

} // namespace

double plan_projects(Sheet const& sheet, RunPlan& plan, Band const& band, Stand stand) {
  auto const all = read_projects(sheet, plan, band, stand);
  std::vector<SheetRow> projects;
  for (auto const& project : all.rows)
    if (lacks_goal(project, all.rows, band))
      show(plan, project);
    else
      projects.push_back(project);
  auto const rows = part_into_rows(sheet, plan, columns_of(sheet, plan, band), band.header.last, band.end, stand).rows;
  if (rows.empty())
    return all.price;
  Ruler const ruler(sheet, rows, band.header.last, band.end, stand);
  auto const rules = rules_beside(rows_beside(rows, band, band.project_name), projects.size(), {});
  auto const groups = place_groups(sheet, ruler, labels_of(projects), 0, rows.size(), rules);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    plan.opens_group[projects[i].first] = true;
    if (groups[i].first == groups[i].last)
      show(plan, projects[i]);
  }
  return all.price;
}

std::vector<SheetRow> merged_projects(Sheet const& sheet, RunPlan const& plan, Band const& band, Stand stand) {
  auto projects = read_projects(sheet, plan, band, stand).rows;
  std::erase_if(projects, [&](SheetRow const& project) { return !plan.set_aside[tallest_of(project).front()]; });
  return projects;
}

std::vector<TableCell> cells_of_projects(Sheet const& sheet, Ruler const& ruler, Band const& band,
                                         std::vector<SheetRow> const& projects, std::size_t first, std::size_t last,
                                         GroupRules const& rules, double& price) {
  std::vector<TableCell> cells;
  auto const groups = place_groups(sheet, ruler, labels_of(projects), first, last, rules);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].first < groups[i].last)
      price += ruler.misfit(sheet, groups[i].runs, groups[i].first, groups[i].last);
    for (auto const& cell : projects[i].cells) {
      auto const column = static_cast<std::size_t>(cell.column);
      cells.push_back({cell.runs, groups[i].first, groups[i].last - groups[i].first, band.borders[column],
                       band.borders[column + 1], false, true});
    }
  }
  return cells;
}

std::vector<bool> rows_beside(std::span<SheetRow const> rows, Band const& band, std::int16_t column) {
  std::vector<bool> out;
  for (auto const& row : rows) {
    bool const merged = std::ranges::all_of(row.cells, [&](RowCell const& c) {
      return is_project_column(band, c.column) || std::ranges::find(band.levels, c.column) != band.levels.end();
    });
    bool const own = std::ranges::any_of(
        row.cells, [&](RowCell const& c) { return is_project_column(band, c.column) || c.column == column; });
    out.push_back(!merged || !own);
  }
  return out;
}

} // namespace jixiao::aligned
