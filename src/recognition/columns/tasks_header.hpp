#pragma once

#include "recognition/columns/columns.hpp"

#include <cstdint>

namespace jixiao::recognition {

/// The header of a table of tasks, costs or a schedule that begins at `first`: each column has its printed labels. No
/// columns when there is none.
Header read_tasks_header(Page const& page, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
