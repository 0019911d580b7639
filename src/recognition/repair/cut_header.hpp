#pragma once

#include "recognition/repair/damaged_labels.hpp"
#include "recognition/repair/scraped_cells.hpp"

namespace jixiao::recognition {

/// 年初预算数 全年预算数, 0.00 -: texts of several cells that a page has put into the first of them
/// stand over the blanks behind it again.
void spread_over_blanks(Page& page, LabelFinder const& labels, std::uint32_t row);

/// 一级 | 二级 over 指标 | 指标: a header whose cells have two lines, each a row of its own. The row that has more
/// labels takes the other's texts. False for any other rows.
bool join_lines_of_header(Page& page, LabelFinder const& labels, std::uint32_t row);

} // namespace jixiao::recognition
