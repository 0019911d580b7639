#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// Where rows are not told, labels of the fund block that follow each other before their amounts: 总额 | 基本支出 |
/// 财政拨款 | 862.34 | 701.14. As many amounts as labels are read in order; of fewer only that of the sum in front is,
/// and the others are left. Returns the piece behind them; nothing where there is no such run.
std::optional<std::uint32_t> read_fund_run(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
