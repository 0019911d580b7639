#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/lines_to_rows.hpp"

namespace jixiao::aligned {

/// What ends left of this stands beside the labels of the band's rows.
double side_border(Sheet const& sheet, Band const& band);

/// False for a label that begins what stands below a table of tasks: a goal, or a label with its value alone.
bool may_be_beside_tasks(Sheet const& sheet, Run const& run);

/// True for a label beside the rows of goals or tasks, in front of their texts.
bool is_beside_rows(Sheet const& sheet, Band const& band, std::uint32_t run, std::vector<bool> const& taken);

/// False for a label that says that it is of other rows: of goals beside amounts, of funds beside indicators.
bool may_be_beside(recognition::Label const& label, BandKind rows);

/// 年度总体目标 between the rows of two goals: the label of a side left of all texts of rows that no header heads.
bool is_beside_plain_rows(Sheet const& sheet, RunList const& label, std::span<SheetRow const> rows);

} // namespace jixiao::aligned
