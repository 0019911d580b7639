#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/groups.hpp"
#include "readers/aligned/table_cell.hpp"

/// The columns of merged labels of levels: 产出指标, 数量指标.
namespace jixiao::aligned {

/// The labels of a column that are put beside the rows.
std::vector<RunList> labels_of_level(Sheet const& sheet, RunPlan const& plan, Band const& band, std::int16_t column);

/// Notes on which lines the labels of the last level of a band stand.
void note_groups(Sheet const& sheet, RunPlan& plan, Band const& band);

/// Adds what holds for the labels of levels in a band.
GroupRules rules_of_levels(Sheet const& sheet, Band const& band, std::vector<RunList> const& labels, GroupRules rules);

/// Puts the labels of one column of levels beside the rows [first, last). `cuts` are the rows at which a label of the
/// column to the right goes on.
std::vector<Group> place_level(Sheet const& sheet, RunPlan const& plan, Band const& band, std::int16_t column,
                               std::span<SheetRow const> rows, Ruler const& ruler, std::size_t first, std::size_t last,
                               std::vector<bool> const& cuts);

/// Lines of a label that nobody has listed, each beside a name of its own.
bool may_be_labels_each(Sheet const& sheet, RunPlan const& plan, Band const& band, RunList const& label);

/// Adds the rows at which one of the groups goes on.
void cut_inside(std::span<Group const> groups, std::size_t rows, std::vector<bool>& cuts);

TableCell cell_of_level(Band const& band, std::int16_t column, Group const& group);

/// Tells which labels are those of empty rows: they are set aside no more. `plan` has the columns of all runs.
void plan_empty_rows(Sheet const& sheet, RunPlan& plan, Band const& band, Stand stand);

} // namespace jixiao::aligned
