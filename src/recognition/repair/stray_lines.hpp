#pragma once

#include "recognition/labels/titles.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// Lines that stand between two tables and that a carrier whose cells go on over line ends took for the beginning of a
/// cell: 附件2, the title of the next form, its year, and then the cell proper. Returns the lines one by one, a title
/// over several lines as one, and last the cell (blank where there is none); nothing for any other text. Linear in the
/// text.
std::vector<std::string_view> part_stray_lines(std::string_view text, std::span<TitlePattern const> titles);

} // namespace jixiao::recognition
