#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/groups.hpp"

/// The columns of merged labels of levels: 产出指标, 数量指标.
namespace jixiao::aligned {

/// The labels of a column that are put beside the rows.
std::vector<RunList> labels_of_level(Sheet const& sheet, RunPlan const& plan, Band const& band, std::int16_t column);

/// Notes on which lines the labels of the last level of a band stand.
void note_groups(Sheet const& sheet, RunPlan& plan, Band const& band);

/// Adds what holds for the labels of levels in a band.
GroupRules rules_of_levels(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels, GroupRules rules);

/// What it costs a row to stand beside each label, where the words of its name speak for another of them. By label and
/// row.
std::vector<std::vector<double>> names_against(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels,
                                               std::span<SheetRow const> rows);

/// Tells which labels are those of empty rows: they are set aside no more. `plan` has the columns of all runs.
void plan_empty_rows(Sheet const& sheet, RunPlan& plan, Band const& band, Stand stand);

} // namespace jixiao::aligned
