#pragma once

#include "grid/reading_builder.hpp"
#include "readers/ruled/grid.hpp"

#include <span>

namespace jixiao {

/// Adds the table that the lines draw. A cell reaches from bar to bar and down to the next rule, over the rules and
/// bars that are missing. Its lines are joined where only the width of the cell broke them.
void read_ruled_table(std::span<GridLine const> lines, ReadingBuilder& build);

} // namespace jixiao
