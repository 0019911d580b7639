#pragma once

#include "recognition/columns.hpp"
#include "recognition/draft.hpp"

#include <vector>

namespace jixiao::recognition {

/// Reads the row that ends the table: 总分 | 100 | 98 | 优. Returns the piece behind it.
std::uint32_t read_total(Draft& draft, std::uint32_t label, std::uint32_t end, std::vector<Column> const& columns);

} // namespace jixiao::recognition
