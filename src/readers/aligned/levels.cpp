#include "readers/aligned/levels.hpp"

#include "readers/aligned/header_rows.hpp"
#include "readers/aligned/projects.hpp"

#include "model/cues.hpp"

#include <algorithm>
#include <string>

namespace jixiao::aligned {

namespace {

/// Lines of the band that hold labels of levels alone.
std::vector<bool> lines_of_labels(Sheet const& sheet, Band const& band) {
  std::vector<bool> out;
  for (auto line = band.header.last; line < band.total; ++line)
    out.push_back(std::ranges::all_of(sheet.line(line), [](Run const& run) { return run.label.is_level(); }));
  return out;
}

} // namespace

std::vector<RunList> labels_of_level(Sheet const& sheet, RunPlan const& plan, Band const& band, std::int16_t column) {
  double width = 0;
  auto const label = band.leaves[static_cast<std::size_t>(column) - band.first_leaf];
  auto const& labels = band.header.labels;
  if (label + 1 == labels.size() || !labels[label + 1].merged)
    for (auto const run : labels[label].runs)
      width = std::max(width, sheet.runs[run].width);
  RunList runs;
  for (auto run = sheet.begins[band.header.last]; run < sheet.begins[band.total]; ++run)
    if (plan.set_aside[run] && plan.column[run] == column)
      runs.push_back(run);
  return make_labels(sheet, runs, width, std::ranges::find(band.levels, column) != band.levels.end());
}

void note_groups(Sheet const& sheet, RunPlan& plan, Band const& band) {
  std::erase_if(plan.groups, [&](Lines const& group) { return group.first >= band.header.last; });
  if (band.levels.empty())
    return;
  for (auto const& label : labels_of_level(sheet, plan, band, band.levels.back()))
    if (label_of(sheet, label).is_level())
      plan.groups.push_back({sheet.runs[label.front()].line, sheet.runs[label.back()].line + 1});
}

GroupRules rules_of_levels(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels, GroupRules rules) {
  auto const alone = lines_of_labels(sheet, band);
  for (auto const& label : labels)
    rules.alone.push_back(
        std::ranges::all_of(label, [&](std::uint32_t run) { return alone[sheet.runs[run].line - band.header.last]; }));
  return rules;
}

namespace {

/// What it costs a row to stand beside each label, where the words of its name speak for another of them. By label and
/// row.
std::vector<std::vector<double>> names_against(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels,
                                               std::span<SheetRow const> rows) {
  constexpr double price_of_other_name = 0.45;
  auto const& taxonomy = recognition::builtin_label_finder().taxonomy();
  static CueFinder const cues(taxonomy);
  std::vector<recognition::Label> groups;
  for (auto const& label : labels)
    groups.push_back(label_of(sheet, label));
  std::vector out(labels.size(), std::vector<double>(rows.size(), 0));
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto const name = std::ranges::find(rows[r].cells, band.name, &RowCell::column);
    if (band.name < 0 || name == rows[r].cells.end())
      continue;
    std::string text;
    for (auto const run : name->runs)
      text += sheet.runs[run].text;
    auto const words = cues.find(text);
    auto const speaks_for = [&](recognition::Label const& label) {
      return std::ranges::any_of(words, [&](auto const& word) {
        return word.first == label.level2 || (label.level1 >= 0 && taxonomy.parent(word.first) == label.level1);
      });
    };
    if (std::ranges::none_of(groups, speaks_for))
      continue;
    for (std::size_t l = 0; l < groups.size(); ++l)
      out[l][r] = speaks_for(groups[l]) ? 0 : price_of_other_name;
  }
  return out;
}

} // namespace

std::vector<Group> place_level(Sheet const& sheet, RunPlan const& plan, Band const& band, std::int16_t column,
                               std::span<SheetRow const> rows, Ruler const& ruler, std::size_t first, std::size_t last,
                               std::vector<bool> const& cuts) {
  auto const labels = labels_of_level(sheet, plan, band, column);
  auto rules = rules_of_levels(sheet, band, labels, rules_beside(rows_beside(rows, band, column), labels.size(), cuts));
  rules.against = names_against(sheet, band, labels, rows);
  return place_groups(sheet, ruler, labels, first, last, rules);
}

bool may_be_labels_each(Sheet const& sheet, RunPlan const& plan, Band const& band, RunList const& label) {
  auto const of_label = label_of(sheet, label);
  if (label.size() < 2 || of_label.is_level() || of_label.known())
    return false;
  auto const name = columns_of(sheet, plan, band).name;
  auto const is_beside_name = [&](std::uint32_t run) {
    auto const line = sheet.runs[run].line;
    for (auto other = sheet.begins[line]; other < sheet.begins[line + 1]; ++other)
      if (plan.column[other] == name && !plan.set_aside[other])
        return true;
    return false;
  };
  return std::ranges::all_of(label, is_beside_name);
}

void cut_inside(std::span<Group const> groups, std::size_t rows, std::vector<bool>& cuts) {
  cuts.resize(rows + 1, false);
  for (auto const& group : groups)
    for (auto r = group.first + 1; r < group.last; ++r)
      cuts[r] = true;
}

TableCell cell_of_level(Band const& band, std::int16_t column, Group const& group) {
  auto const at = static_cast<std::size_t>(column);
  return {group.runs, group.first, group.last - group.first, band.borders[at], band.borders[at + 1], false, true};
}

void plan_empty_rows(Sheet const& sheet, RunPlan& plan, Band const& band, Stand stand) {
  std::vector<SheetRow> rows;
  for (auto const level : band.levels) {
    auto const labels = labels_of_level(sheet, plan, band, level);
    auto rules = rules_of_levels(sheet, band, labels, {});
    if (std::ranges::find(rules.alone, true) == rules.alone.end())
      continue;
    if (rows.empty())
      rows = part_into_rows(sheet, plan, columns_of(sheet, plan, band), band.header.last, band.total, stand).rows;
    if (rows.empty())
      return;
    rules.free.assign(labels.size(), rows_beside(rows, band, level));
    Ruler const ruler(sheet, rows, band.header.last, band.total, stand);
    auto const groups = place_groups(sheet, ruler, labels, 0, rows.size(), rules);
    for (std::size_t i = 0; i < groups.size(); ++i)
      for (auto const run : groups[i].runs)
        plan.set_aside[run] = groups[i].first < groups[i].last || !rules.alone[i];
  }
}

} // namespace jixiao::aligned
