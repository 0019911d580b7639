#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// Parts a label from the text that it stands in one cell with, where a line end or a separator was lost: the group
/// before a name (质量指标水面清洁率), what comes next behind a value (云台区水务局实施单位) or a goal
/// (…公里。绩效指标). Page::fused tells of each.
void part_glued_labels(Page& page, LabelFinder const& labels);

} // namespace jixiao::recognition
