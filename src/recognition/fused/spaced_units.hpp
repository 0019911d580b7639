#pragma once

#include "recognition/fused/turns.hpp"

namespace jixiao::recognition::fused {

/// 季报次数 4 次培训人次 200 人次上报次数 12 次: where most numbers of a stretch have a blank and a measure word behind them,
/// a converter has put blanks around all numbers, and the words are their units.
void join_spaced_units(std::vector<Turn>& turns);

} // namespace jixiao::recognition::fused
