#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// A text among the labels of columns that is one of them but for a character that was lost: 级指标, 年度标值,
/// 初预算数. It becomes that label where only one of its meanings is not printed beside it, and Page::mended tells of
/// it.
void mend_headers(Page& page, LabelFinder const& labels);

} // namespace jixiao::recognition
