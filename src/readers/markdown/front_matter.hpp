#pragma once

#include "readers/lines.hpp"

#include <vector>

namespace jixiao {

/// Takes out what stands of the document between dashes at its begin (YAML: `title: 绩效目标表`), which no page shows.
/// The title stays, as a line of the text. The lines keep their places.
void take_front_matter(std::vector<Line>& lines);

} // namespace jixiao
