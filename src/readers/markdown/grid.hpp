#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstddef>
#include <span>

/// Tables whose cells are boxes of '+', '-', '=' and '|' (pandoc's and reStructuredText's grid tables), with cells that
/// cover rows and columns; and the frames of database shells, where each line between the rules is a row.
namespace jixiao {

/// Index behind the table that begins at `at`; `at` when none does.
std::size_t grid_table_end(std::span<Line const> lines, std::size_t at);

void read_grid_table(std::span<Line const> lines, Limits const& limits, ReadingBuilder& builder);

} // namespace jixiao
