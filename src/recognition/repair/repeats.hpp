#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"

#include <vector>

namespace jixiao::recognition {

/// Where a carrier writes the text of a merged cell into all cells that it covers: for each cell of the reading whether
/// it only says again what stands left of it. Empty for a carrier that does not. Equal texts below headers of their own
/// stay apart. Linear in the cells.
std::vector<bool> find_repeats(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
