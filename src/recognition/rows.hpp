#pragma once

#include "recognition/align.hpp"
#include "recognition/pieces.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao::recognition {

/// The pieces of one record: [first, end) of the page, with their columns.
struct RecordSpan {
  std::uint32_t first = 0, end = 0;
  std::vector<RowCell> cells;
  Alignment alignment;
};

/// True for a row that the template offers and nobody filled in, with the labels of its groups.
bool is_only_offered(std::span<RowCell const> cells);

/// Parts the pieces [first, end) of a page into records: a row each where the carrier has rows, else the parting into
/// stretches that the columns fit best. Time for the latter: pieces times the square of the number of columns.
std::vector<RecordSpan> part_records(Page const& page, std::vector<Column> const& columns, std::uint32_t first,
                                     std::uint32_t end);

} // namespace jixiao::recognition
