#pragma once

#include "recognition/fields/draft.hpp"
#include "recognition/rows/rows.hpp"

#include <vector>

namespace jixiao::recognition {

/// 目标值 | ≥98% over 完成值 | 98.6%, beside the name that goes down both rows: a column says which of the values below
/// the next header a row has. The two rows of an indicator become one, with a column of results.
void join_stacked_values(Draft& draft, std::vector<Column>& columns, std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
