#pragma once

#include "readers/aligned/sheet.hpp"
#include "readers/geometry/regions.hpp"

#include <vector>

namespace jixiao::aligned {

/// The tables of a text and the paragraphs between them: with the lines that no gutter parts but that are of a table,
/// and parted at titles.
std::vector<Region> table_regions(Sheet const& sheet);

/// The lines of a region as a text of their own, so that what a table costs hangs on its own size.
PageText text_of(PageText const& text, Region const& region);

} // namespace jixiao::aligned
