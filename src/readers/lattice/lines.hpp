#pragma once

#include "readers/page/page.hpp"

#include <span>
#include <vector>

namespace jixiao::lattice {

/// A ruling line of one direction, put together from its pieces: `at` is its y when horizontal, else its x.
struct Line {
  float at = 0;
  float from = 0, to = 0;
};

struct Lines {
  std::vector<Line> across, down;
};

/// Joins the pieces that rules are drawn in: sides of cells, dashes, lines drawn twice. Pieces too short to part
/// anything are left out once they are joined.
Lines join_rules(std::span<Ruling const> rules);

} // namespace jixiao::lattice
