#include "readers/flow/grid_in_cell.hpp"

#include "recognition/labels/labels.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// 二级指标, 数量指标
bool is_of_indicators(std::string_view text) {
  auto const label = recognition::builtin_label_finder().find(text);
  auto const* const meaning = label.as(recognition::Role::column);
  return label.is_level() || (meaning != nullptr && (meaning->column == recognition::ColumnKind::level1 ||
                                                     meaning->column == recognition::ColumnKind::level2 ||
                                                     meaning->column == recognition::ColumnKind::level3));
}

} // namespace

void GridInCell::cell(std::string_view text) {
  widest_ = std::max(widest_, ++cells_);
  labels_ += is_in_head() && is_of_indicators(text) ? 1 : 0;
  has_labels_ = has_labels_ || labels_ >= fewest_labels;
}

} // namespace jixiao
