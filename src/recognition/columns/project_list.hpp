#pragma once

#include "recognition/columns/columns.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// The header of a list of projects with what was planned, spent and reached of each, and no indicators: 项目名称 |
/// 全年预算数 | 全年执行数 | 执行率 | 自评得分. Where rows are not told, 自评得分 and 自评等级 alone tell of one. No
/// columns where there is none at `first`.
Header read_project_list(Page const& page, std::uint32_t first, std::uint32_t end);

/// The columns are those of such a list.
bool is_project_list(Page const& page, std::vector<Column> const& columns);

/// 合计 right below the header of such a list, before the first project.
bool is_sum_above_projects(Page const& page, Header const& header, std::uint32_t at);

} // namespace jixiao::recognition
