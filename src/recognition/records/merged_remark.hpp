#pragma once

#include "recognition/rows/record_cells.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace jixiao::recognition {

/// A remark in a cell that goes down several rows is that of each of them.
class MergedRemark {
public:
  void put(Page const& page, RecordCells const& cells, std::uint32_t row, Indicator& indicator) {
    if (page.borders != Borders::exact)
      return;
    auto const* entry = cells.find(ColumnKind::remark);
    if (entry && indicator.remark) {
      text_ = *indicator.remark;
      end_ = row + page.pieces[entry->pieces[0]].y_span;
    } else if (!entry && !indicator.remark && row < end_) {
      indicator.remark = text_;
      indicator.how.push_back({"remark", How::filled_down, std::nullopt});
    }
  }

private:
  std::string text_;
  std::uint32_t end_ = 0; ///< the first row behind the cell
};

} // namespace jixiao::recognition
