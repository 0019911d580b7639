#pragma once

#include "grid/reading.hpp"
#include "recognition/pieces/fused_cells.hpp"

namespace jixiao::recognition {

/// Indicators as sentences behind the names of their groups, on lines of a document without a table of indicators:
/// 数量指标：购置灭火机≥40台；开展演练≥2次。 The lines of such a list become labels, names and values. Empty where
/// fewer than two groups have entries, or most entries are not what a target looks like: a report speaks of its
/// indicators, too.
FusedCells part_group_lists(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
