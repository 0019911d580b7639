#pragma once

#include "readers/xlsx/sheet.hpp"

#include <cstddef>
#include <vector>

namespace jixiao {

/// A text in a position that a merged cell covers: kept, since nothing may be lost, though nobody sees it.
struct CoveredText {
  std::size_t cell = 0, merge = 0; ///< indices
};

/// The merged cells of a sheet that a grid can show.
struct MergePlan {
  std::vector<SheetRange> merges;   ///< by first row, then first column; none overlaps another or covers a text
  std::vector<CoveredText> covered; ///< `merge` counts in `dropped`
  std::vector<SheetRange> dropped;  ///< those that cover a text other than their own: their cells stand for themselves
};

/// Sorts the merged cells of a sheet out, and takes texts that repeat the one of their merged cell out of its cells.
/// Of two that overlap the first counts. Looks at no more than `budget` positions, which a sheet of that many
/// cells never needs; what is beyond is left out.
MergePlan plan_merges(Sheet& sheet, std::uint64_t budget);

} // namespace jixiao
