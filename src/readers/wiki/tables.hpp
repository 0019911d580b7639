#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"
#include "readers/wiki/cells.hpp"

#include <cstddef>
#include <span>

/// Tables of wikis and manuals that are more than rows of bars.
namespace jixiao::wiki {

/// Index behind the table that begins at `at`; `at` when none does. Linear over all lines of a text.
std::size_t table_end(std::span<Line const> lines, std::size_t at);

/// `columns`: what a line before the table says, [cols="6*"]; 0 where the first row tells.
void read_table(std::span<Line const> lines, std::size_t columns, ReadingBuilder& builder);

/// How many columns [cols="1,2*,3"] speaks of; 0 for another line.
std::size_t declared_columns(std::string_view line);

/// Consecutive rows of bars.
void read_bars(std::span<Line const> lines, Bars bars, ReadingBuilder& builder);

} // namespace jixiao::wiki
