#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/rows/rows.hpp"

#include <optional>
#include <vector>

namespace jixiao::recognition {

/// What the form around a table of indicators says of the points of these.
struct PrintedPoints {
  std::optional<double> weight, score;           ///< of the row of totals
  std::optional<double> fund_weight, fund_score; ///< of the funds, which count in it
};

/// Makes one span of the rows of each record where every line of a page became a row: one of them has the points, in
/// the middle of the lines of its texts. A row printed twice, once garbled, is told by the totals: the points come to
/// more than is printed. A table without points stays as it is. Time: the rows, times those between two records.
void join_lines_of_records(Page const& page, std::vector<Column> const& columns, PrintedPoints const& printed,
                           std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
