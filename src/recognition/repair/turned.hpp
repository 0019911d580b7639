#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"

#include <cstdint>
#include <vector>

namespace jixiao::recognition {

/// Rows of a table that is turned: what other tables print above their columns stands before these rows, and each of
/// their columns, from `first_column` on, is a row of the table.
struct TurnedRows {
  std::uint32_t first_row = 0, end_row = 0; ///< of the reading
  std::uint32_t first_column = 0;
  std::uint32_t levels = 0; ///< rows of groups and names that have no labels; the rows below are each of a place
  // Of a table with levels:
  std::uint32_t groups_row = 0; ///< of the first groups; above it at most the label of the indicators
  std::uint32_t values = 0;     ///< the column in which groups and values begin: before it stands what tells of places
  bool amounts = false;         ///< of the places, between their names and the values
};

/// The turned parts of a block, in order: 一级指标 | 产出指标 over 二级指标 | 数量指标, groups over names over the
/// values of places, and amounts whose measures stand before them. Linear in its cells.
std::vector<TurnedRows> find_turned(Reading const& reading, Block const& block, LabelFinder const& labels);

} // namespace jixiao::recognition
