#pragma once

#include "readers/aligned/band.hpp"

namespace jixiao::aligned {

/// Finds where the columns of the band lie. `taken` marks runs that stand beside the rows.
void find_columns(Sheet const& sheet, Band& band, std::vector<bool> const& taken);

/// A space that may be a gutter: beside a number only where another text begins just there.
bool may_be_gutter(Sheet const& sheet, std::span<Run const* const> runs, std::uint32_t word);

} // namespace jixiao::aligned
