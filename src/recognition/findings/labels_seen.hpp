#pragma once

#include "grid/reading.hpp"
#include "recognition/pieces/pieces.hpp"

#include <string>

namespace jixiao::recognition {

/// What was seen of a form where none was found: its labels, with the first few by name; those inside lines where no
/// cell is one, for there what parted the cells was lost; "none".
std::string labels_seen(Page const& page, Reading const& reading, LabelFinder const& labels);

} // namespace jixiao::recognition
