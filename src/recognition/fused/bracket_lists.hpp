#pragma once

#include "grid/reading.hpp"
#include "recognition/pieces/fused_cells.hpp"

namespace jixiao::recognition {

/// Indicators as a list: 【产出指标-数量指标】 指标1：…(≥77台). Lines or cells of a document whose projects have such
/// lists become labels, names and values; each list begins a form with the project, office and amount that stand before
/// it. Empty where there is no list of at least two groups.
FusedCells part_bracket_lists(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
