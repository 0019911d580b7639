#pragma once

#include "recognition/columns/columns.hpp"

namespace jixiao::recognition {

/// 应达数 | 占分 | 记分: columns behind the names whose headers nobody has listed and no word tells hold the targets,
/// the results, the weights or the scores where no other column does, and their texts can hardly be anything else:
/// values of which most have a number, points that add up to 100, points that are at most the weights beside them.
/// Where two columns could hold the targets, neither does, but in a scored table: what is aimed at stands before what
/// was reached. `first` is the first piece behind the header; looks at as many rows as a table commonly has.
void settle_values_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

/// 性质 | 指标值, 方向 | 数值: where nothing but ≥ and ＝ stands below a label right before the target, that is the
/// sign of it, whatever the label is told to be.
void settle_sign_by_contents(Page const& page, std::uint32_t first, std::uint32_t end, std::vector<Column>& columns);

} // namespace jixiao::recognition
