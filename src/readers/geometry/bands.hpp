#pragma once

#include "readers/geometry/page_text.hpp"

#include <limits>
#include <vector>

namespace jixiao {

/// Beyond the edge of any page.
constexpr double everywhere = std::numeric_limits<double>::infinity();

struct Interval {
  double x0, x1;
};
using Intervals = std::vector<Interval>; // in order, apart from each other

/// Lines [first, last) between which gutters run straight down.
struct Band {
  std::size_t first = 0, last = 0;
  Intervals white;   ///< in all of its lines
  Intervals parting; ///< gaps that each hold a gutter; none within another
  Intervals parted;  ///< union of all gaps
};

/// Parts the lines into bands, each as tall as can be. Spaces that turn out to be gutters are marked in the text.
std::vector<Band> find_bands(PageText& text, std::size_t first, std::size_t last);

/// The gutters of a band: the white between its texts that parts any line.
Intervals gutters_of(Band const& band);

} // namespace jixiao
