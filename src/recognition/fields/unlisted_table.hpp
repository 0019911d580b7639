#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>
#include <optional>

namespace jixiao::recognition {

/// A table of which no label is listed, beside a merged cell that goes down all its rows:
///
///     人员情况 | 编制数 | 实有人数 | 控制率
///              | 26    | 24      | 92.31%
///
/// Each figure is kept under the label down the side and that above it. Returns the piece behind the table; nothing
/// where none begins at `first`. For carriers whose spans are known.
std::optional<std::uint32_t> read_unlisted_table(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
