#pragma once

#include "readers/geometry/page_text.hpp"
#include "recognition/labels/labels.hpp"

namespace jixiao::aligned {

/// Makes one word of a label whose characters stand apart: 分 值, 项 目 名 over 称. What is white in it parts no cells.
void join_spaced_labels(PageText& text, recognition::LabelFinder const& labels);

} // namespace jixiao::aligned
