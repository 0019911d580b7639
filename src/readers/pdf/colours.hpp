#pragma once

#include "readers/pdf/file.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace jixiao::pdf {

/// How the components of a colour are read.
enum class ColourKind : std::uint8_t {
  by_count, ///< as grey, RGB or CMYK, by how many there are
  ink,      ///< of Separation and DeviceN: more is darker
  indexed,
  lab,
  pattern,
  none ///< ink that is printed nowhere
};

struct ColourSpace {
  ColourKind kind = ColourKind::by_count;
  std::shared_ptr<std::vector<std::uint32_t> const> palette; ///< of an indexed space

  /// The colour of these components, as 0xRRGGBB.
  std::uint32_t colour(std::span<double const> components) const;
};

std::uint32_t grey(double value);
std::uint32_t rgb(double red, double green, double blue);
std::uint32_t cmyk(double cyan, double magenta, double yellow, double black);

/// Reads a colour space, which is a name or an array. One that is not known is taken by the count of its components.
ColourSpace read_colour_space(Object const& space);

} // namespace jixiao::pdf
