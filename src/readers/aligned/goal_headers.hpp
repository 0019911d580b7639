#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// 年初设定 | 年末实现, 预期 | 完成: two short texts alone on a line, one of which says that it heads a goal, over a
/// sentence each. `taken` marks runs that stand beside the rows.
bool heads_goals_by_words(Sheet const& sheet, std::uint32_t line, std::vector<bool> const& taken);

/// 年初设定 | a sentence: by its words the first text of the line is the label of the goal behind it.
bool begins_goal_by_words(Sheet const& sheet, std::uint32_t run);

} // namespace jixiao::aligned
