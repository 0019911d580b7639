#pragma once

#include "readers/aligned/band.hpp"

namespace jixiao::aligned {

/// Finds where the columns of the band lie. `taken` marks runs that stand beside the rows.
void find_columns(Sheet const& sheet, Band& band, std::vector<bool> const& taken);

/// Where texts begin.
class Starts {
public:
  explicit Starts(std::vector<Run const*> runs);

  /// Those that begin at a place.
  std::span<Run const* const> at(double x) const;

private:
  std::vector<Run const*> runs_; ///< from left to right
};

/// A space that may be a gutter: beside a number only where another text begins just there.
bool may_be_gutter(Sheet const& sheet, Starts const& starts, std::uint32_t word);

} // namespace jixiao::aligned
