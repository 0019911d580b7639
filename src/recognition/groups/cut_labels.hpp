#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/rows/rows.hpp"

#include <vector>

namespace jixiao::recognition {

/// A label of a group that stands in pieces over several rows.
struct CutLabel {
  std::vector<std::uint32_t> pieces;
  std::int16_t group = 0; ///< node of the taxonomy
  bool level1 = false;
  int column = 0; ///< that they stand in
};

/// Finds texts that stand below each other in a column of levels, name no group each and are one together: 服务对象满 |
/// 意度指标. The cell of the first piece then names that group; the other pieces are cells no more.
std::vector<CutLabel> join_cut_labels(Page const& page, std::vector<Column> const& columns, LabelFinder const& labels,
                                      std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
