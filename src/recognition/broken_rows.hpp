#pragma once

#include "grid/reading.hpp"
#include "recognition/labels.hpp"

namespace jixiao::recognition {

/// True when line ends of a text with tabs stand inside cells: what ends a line is, with what begins the next one, a label
/// that neither of them is. Then no line end tells where a row ends. Linear in the rows.
bool has_broken_rows(Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
