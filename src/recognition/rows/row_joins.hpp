#pragma once

#include "recognition/rows/rows.hpp"

#include <vector>

namespace jixiao::recognition {

/// Rows with a single text that ends the record above them: the rest of its name, or its value. Their cells go to that
/// record, and they are rows no more.
void join_rows(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
