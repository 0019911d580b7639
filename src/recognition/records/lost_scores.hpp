#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/rows/record_cells.hpp"

#include <optional>
#include <vector>

namespace jixiao::recognition {

/// The column of scores for which a header has no label: where rows are not told, the pieces [first, end) read with it
/// cost less, as they would not for numbers that stand there by chance. Costs two partings.
std::optional<Column> find_lost_scores(Page const& page, std::vector<Column> const& columns, std::uint32_t first,
                                       std::uint32_t end);

/// Points before the first group and name are those of the whole table, and no indicator: 50, the last cell of its
/// header.
bool are_points_of_table(RecordCells const& cells, bool is_first);

} // namespace jixiao::recognition
