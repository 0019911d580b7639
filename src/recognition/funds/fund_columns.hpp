#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// Reads a fund block whose sources head columns, in one row of labels or two, with the amounts in a row below:
///
///     预算总额 | 财政资金            | 其他
///              | 中央 | 省级 | 市级  |
///     186      |      | 40   | 26    | 120
///
/// Returns the piece behind the amounts; nothing when no such block begins at `first`. For carriers that have rows,
/// and for lines whose labels are all known.
std::optional<std::uint32_t> read_fund_columns(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
