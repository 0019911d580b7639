#pragma once

#include "readers/aligned/headers.hpp"

/// Columns without a label of their own: 绩效指标 over 产出指标, 数量指标 and names, or blank above ≤4.5万元.
namespace jixiao::aligned {

/// True where labels of levels stand below the lines of a header, left of `right`.
bool has_levels_below(Sheet const& sheet, std::uint32_t below, double right);

/// Gives the columns below the one label of a level that the header has their own: the first has the runs of that
/// label, the others are merged with it. `end` is behind the last line of the table.
void part_merged_header(Sheet const& sheet, HeaderBlock& header, std::uint32_t end, std::vector<bool> const& taken);

/// Adds to the header columns of texts that begin and end between two of its labels, or behind the last.
void add_bare_columns(Sheet const& sheet, HeaderBlock& header, std::uint32_t end, std::vector<bool> const& taken);

} // namespace jixiao::aligned
