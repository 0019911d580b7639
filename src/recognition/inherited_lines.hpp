#pragma once

#include "recognition/records/records.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

/// What stands below a title holds for every form under it: year, unit of money and the line of the office go to the
/// forms behind it that have no title and print none of their own.
void inherit_lines_above(std::vector<Drafts>& forms);

/// 填报单位：某局, read as `field`, above the label of the project: it may be the line of all forms below it.
bool stands_above_project(Draft const& draft, std::string_view field);

/// 项目名称：…　预算金额：… across the table of several projects, over rows that begin with a group: the header above
/// the first one is that of all. `at`: the first cell of such a row.
bool goes_on_below(Page const& page, std::vector<Column> const& header, std::uint32_t at);

} // namespace jixiao::recognition
