#pragma once

#include "readers/page/page.hpp"

#include <optional>
#include <vector>

namespace jixiao {

/// Where a text as a whole stands of which a glyph is a part.
struct Anchor {
  float x = 0, y = 0;
};

/// Finds texts of several lines that do not fit into their rows, as spreadsheets print them: lines between rows go
/// through theirs. For each glyph of such a text, its middle; the lines of the text were printed one after the other.
std::vector<std::optional<Anchor>> find_overflowing(PageModel const& page);

} // namespace jixiao
