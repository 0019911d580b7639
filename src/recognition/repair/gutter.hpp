#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// The column between two forms that stand side by side: blank in every row, with the label of a project or a table
/// of indicators on both sides.
std::optional<std::uint32_t> find_gutter(Reading const& reading, Block const& block, LabelFinder const& labels);

} // namespace jixiao::recognition
