#pragma once

#include "recognition/columns/columns.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// True for a piece that stands below the rows of indicators under a header and ends them. `end` is that of the form.
/// Looks ahead to the next header at most.
bool ends_table(Page const& page, Header const& header, std::uint32_t index, std::uint32_t end);

/// True for a row that holds a record by its look: a label of a group, or a quantity and no label of anything else.
bool is_row_of_records(Page const& page, std::uint32_t row);

/// 预算金额 | 132.00 | 执行金额 | 118.80 | 执行率 | 90%: labels of the funds with their amounts, two of money at least.
bool is_row_of_amounts(Page const& page, std::uint32_t row);

/// 项目资金 | 年初预算数 | 全年执行数, 年度总体目标 | 预期目标 | 实际完成情况: nothing but labels, none of groups or
/// names; or 实施单位 | 区水利局 | 资金总额 | 80.00, two of them and more with a value each.
bool heads_other_block(Page const& page, std::uint32_t row);

/// 年度目标 | text, between a table for the long term and one for the year: the label at `index`.
bool is_goal_between_tables(Page const& page, std::uint32_t index, std::uint32_t end);

} // namespace jixiao::recognition
