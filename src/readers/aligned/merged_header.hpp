#pragma once

#include "readers/aligned/headers.hpp"

/// 绩效指标 over columns of 产出指标, 数量指标 and names, none of which has a label of its own.
namespace jixiao::aligned {

/// True where labels of levels stand below the lines of a header, left of `right`.
bool has_levels_below(Sheet const& sheet, std::uint32_t below, double right);

/// Gives the columns below the one label of a level that the header has their own: the first with the runs of that
/// label, the others without any. `end` is behind the last line of the table.
void part_merged_header(Sheet const& sheet, HeaderBlock& header, std::uint32_t end, std::vector<bool> const& taken);

} // namespace jixiao::aligned
