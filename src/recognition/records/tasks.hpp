#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Reads the rows of a table of tasks, costs or a schedule below its header: each row keeps its cells with their
/// headers. The row of totals gives the amounts of the year. Returns the piece behind it.
std::uint32_t read_tasks(Draft& draft, Header const& header, std::uint32_t end);

} // namespace jixiao::recognition
