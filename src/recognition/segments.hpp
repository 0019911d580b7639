#pragma once

#include "recognition/form_reader.hpp"

#include <vector>

namespace jixiao::recognition {

/// Cuts a page into forms. A form begins at the last title above its labels, or, where it has none of its own, at the
/// label of its project when the form before it has had its table of indicators. Stretches with too few labels are
/// none.
std::vector<Segment> find_segments(Page const& page);

} // namespace jixiao::recognition
