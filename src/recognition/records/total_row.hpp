#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/rows/cut_records.hpp"

#include <optional>
#include <vector>

namespace jixiao::recognition {

/// The label of a row that ends the table, 总分 | 100 | 98 or 100 | 合计: in it stand numbers, grades and dashes only.
/// None for any other row.
std::optional<std::uint32_t> total_label(Page const& page, std::uint32_t row);

/// Reads the row that ends the table: 总分 | 100 | 98 | 优. Returns the piece behind it.
std::uint32_t read_total(Draft& draft, std::uint32_t label, std::uint32_t end, std::vector<Column> const& columns);

/// Points in the row behind the table, which begins at `stop`, and of the funds.
PrintedPoints printed_points(Draft const& draft, std::uint32_t stop, std::uint32_t end);

} // namespace jixiao::recognition
