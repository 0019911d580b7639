#pragma once

#include <jixiao/document.hpp>

namespace jixiao::recognition {

/// 培训人数≥160人次 becomes name and target: a table without a column of values has its targets behind the names. A
/// name without a bound or a unit behind it stays whole.
void part_target_from_name(Indicator& indicator);

} // namespace jixiao::recognition
