#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// 全年预算数 | 128.00 | 全年执行数 | 121.60 | 执行率 | 95.00%: the measures of the total with their amounts beside
/// them, in one row. Returns the piece behind it; nothing when no such row begins at `first`. For carriers that have
/// rows.
std::optional<std::uint32_t> read_measure_pairs(Draft& draft, std::uint32_t first, std::uint32_t end);

/// 主管部门 | an office | 资金 | 预算数 | 执行数 over 年度目标 | a text | 412.00 | 407.88: the measures of the total
/// end a row, and their amounts the row below it. Returns the piece behind the labels.
std::optional<std::uint32_t> read_measures_over(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
