#include "readers/aligned/projects.hpp"

#include "readers/aligned/header_rows.hpp"
#include "readers/aligned/levels.hpp"
#include "readers/aligned/project_parts.hpp"

#include <algorithm>
#include <iterator>

namespace jixiao::aligned {

namespace {

using recognition::Role;

bool is_project_column(Band const& band, std::int16_t column) {
  return std::ranges::find(band.projects, column) != band.projects.end();
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

/// Units that do not stand beside each project are merged over several: they go from the columns of projects to those
/// of parties.
void part_parties(Sheet const& sheet, RunPlan const& plan, Band& band, Stand stand) {
  auto const is_party = [&](std::int16_t column) {
    auto const& label = band.header.labels[band.leaves[static_cast<std::size_t>(column) - band.first_leaf]].label;
    return label.is(Role::column, "implementing_unit") || label.is(Role::column, "supervising_department") ||
           label.is(Role::column, "unit_code");
  };
  auto others = band;
  std::erase_if(others.projects, is_party);
  if (band.project_name < 0 || others.projects.size() == band.projects.size())
    return;
  auto const has_unit = [&](SheetRow const& row) {
    for (auto run = sheet.begins[row.first]; run < sheet.begins[row.last]; ++run)
      if (is_project_column(band, plan.column[run]) && !is_project_column(others, plan.column[run]))
        return true;
    return std::ranges::find(row.cells, band.project_name, &RowCell::column) == row.cells.end();
  };
  if (std::ranges::all_of(read_projects(sheet, plan, others, stand).rows, has_unit))
    return;
  std::ranges::copy_if(band.projects, std::back_inserter(band.parties), is_party);
  band.projects = std::move(others.projects);
}

/// What of the parties stands beside a row that is shown is of it.
void show_parties(Sheet const& sheet, RunPlan& plan, Band const& band, SheetRow const& row) {
  for (auto run = sheet.begins[row.first]; run < sheet.begins[row.last]; ++run)
    if (std::ranges::find(band.parties, plan.column[run]) != band.parties.end())
      plan.set_aside[run] = false;
}

/// 合计 | 1,934,300.00: a sum in a row of its own.
void show_sums(Sheet const& sheet, RunPlan& plan, Band const& band) {
  for (auto line = band.header.last; line < band.end; ++line) {
    bool sum = false;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run)
      sum = sum || (is_merged(band, plan.column[run]) && sheet.runs[run].label.as(Role::total));
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1] && sum; ++run)
      if (is_merged(band, plan.column[run]))
        plan.set_aside[run] = false;
  }
}

/// The rows of the indicators alone show where each project begins, and have its texts beside them.
bool are_told_by_groups(Sheet const& sheet, RunPlan const& plan, Band const& band, Stand stand) {
  auto const rows =
      part_into_rows(sheet, plan, columns_of(sheet, plan, band), band.header.last, band.total, stand).rows;
  if (rows.empty())
    return false;
  Ruler const ruler(sheet, rows, band.header.last, band.total, stand);
  std::vector<TableCell> levels;
  std::vector<bool> cuts;
  for (auto level = band.levels.rbegin(); level != band.levels.rend(); ++level) {
    auto const groups = place_level(sheet, plan, band, *level, rows, ruler, 0, rows.size(), cuts);
    for (auto const& group : groups)
      if (group.first < group.last)
        levels.push_back(cell_of_level(band, *level, group));
    cut_inside(groups, rows.size(), cuts);
  }
  auto const parts = rows_of_projects(sheet, band, levels, 0, rows.size());
  return cells_of_parts(sheet, plan, band, rows, parts).has_value();
}

void show(RunPlan& plan, SheetRow const& row) {
  for (auto const& cell : row.cells)
    for (auto const run : cell.runs)
      plan.set_aside[run] = false;
}

} // namespace

RowsOfLines read_projects(Sheet const& sheet, RunPlan const& plan, Band const& band, Stand stand) {
  auto merged = plan;
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.end]; ++run)
    merged.set_aside[run] = !plan.set_aside[run] || !is_project_column(band, plan.column[run]);
  auto info = columns_of(sheet, plan, band);
  info.name = band.project_name;
  info.merged.clear();
  info.loose = stand == Stand::lines;
  return part_into_rows(sheet, merged, std::move(info), band.header.last, band.end,
                        stand == Stand::lines ? Stand::middle : stand);
}

bool is_merged(Band const& band, std::int16_t column) {
  return is_project_column(band, column) || std::ranges::find(band.levels, column) != band.levels.end() ||
         std::ranges::find(band.parties, column) != band.parties.end();
}

double plan_projects(Sheet const& sheet, RunPlan& plan, Band& band, Stand stand) {
  show_sums(sheet, plan, band);
  part_parties(sheet, plan, band, stand);
  auto const all = read_projects(sheet, plan, band, stand);
  if (are_told_by_groups(sheet, plan, band, stand))
    return all.price;
  std::vector<SheetRow> projects;
  for (auto const& project : all.rows)
    if (lacks_goal(project, all.rows, band))
      show(plan, project), show_parties(sheet, plan, band, project);
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
      show(plan, projects[i]), show_parties(sheet, plan, band, projects[i]);
  }
  return all.price;
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
    bool const merged = std::ranges::all_of(row.cells, [&](RowCell const& c) { return is_merged(band, c.column); });
    bool const own = std::ranges::any_of(
        row.cells, [&](RowCell const& c) { return is_project_column(band, c.column) || c.column == column; });
    out.push_back(!merged || !own);
  }
  return out;
}

} // namespace jixiao::aligned
