#pragma once

#include "readers/aligned/band.hpp"

namespace jixiao::aligned {

/// 达成预期指标 10, 元/人 780, 反映购置台数的情况 ≥40 台: what no text of the column of a run holds stands behind one,
/// and the column right of it, which most rows fill and which does hold such, is empty on the line. The word that the
/// text of that column begins with; 0: none.
std::uint32_t word_of_next_column(Sheet const& sheet, Band const& band, Run const& run);

} // namespace jixiao::aligned
