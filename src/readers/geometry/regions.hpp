#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// Lines of a table, or of paragraphs.
struct Region {
  std::size_t first = 0, last = 0; ///< lines [first, last)
  bool is_table = false;
};

/// Parts the lines into tables and what stands between them. A table begins with a line that a gutter parts. A line
/// without a gutter is in it as long as it stands in a column; one that sets in at the left edge and runs across the
/// first gutter is not, nor one that white parts from the table.
std::vector<Region> find_regions(PageText const& text);

} // namespace jixiao
