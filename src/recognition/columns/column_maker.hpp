#pragma once

#include "recognition/columns/header_row.hpp"

#include <vector>

namespace jixiao::recognition {

/// The columns of one or two rows of labels, in printed order.
std::vector<Column> make_columns(Page const& page, HeaderRow upper, HeaderRow lower);

} // namespace jixiao::recognition
