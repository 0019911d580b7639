#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/rows/rows.hpp"

#include <optional>
#include <span>
#include <string>

namespace jixiao::recognition {

/// 小计 | 40 | 38 between the groups.
bool is_subtotal(Page const& page, RecordSpan const& span);

/// 产出指标（50分） | 50 | 48 over the rows of the group.
bool is_group_sum(Page const& page, std::span<Column const> columns, RecordSpan const& span);

/// Keeps the sums of a group under its name, if it has one. Cells that are labels already stay so.
void keep_subtotal(Draft& draft, std::span<Column const> columns, RecordSpan const& span,
                   std::optional<std::string> const& group);

} // namespace jixiao::recognition
