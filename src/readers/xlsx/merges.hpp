#pragma once

#include "readers/xlsx/sheet.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// Gives the merged cells of a sheet that a grid can show, by first row, then first column: none overlaps another, of
/// two that do the first counts. Texts in the positions that they cover are seen by nobody and are taken out; one that
/// says something else than its merged cell is a finding on that. Looks at no more than `budget` positions, which a
/// sheet of that many cells never needs; what is beyond is left out.
std::vector<SheetRange> plan_merges(Sheet& sheet, std::uint64_t budget);

} // namespace jixiao
