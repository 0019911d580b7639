#pragma once

#include "readers/geometry/bands.hpp"

#include <cstdint>

namespace jixiao {

/// What stands between two gutters of a band, and the grid columns it reaches over.
struct BandColumn {
  double right = 0; ///< middle of the gutter at its right
  std::uint16_t c0 = 0, c1 = 0;
};

struct Grid {
  std::vector<std::vector<BandColumn>> bands;
  std::uint16_t columns = 1;
  std::vector<double> boundaries; ///< between the columns; none when places are rough
};

/// The grid of bands whose positions are measured: it has a boundary for every gutter, and gutters above each other
/// share one.
Grid make_exact_grid(std::vector<Band> const& bands);

/// The grid of bands whose positions are only roughly those on paper: columns of a band are laid over those of the
/// bands above, in order, each near its place.
Grid make_rough_grid(PageText const& text, std::vector<Band> const& bands);

} // namespace jixiao
