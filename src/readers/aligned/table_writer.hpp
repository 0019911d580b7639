#pragma once

#include "readers/aligned/table.hpp"
#include "grid/reading_builder.hpp"

namespace jixiao::aligned {

/// Adds a table to the reading. A cell whose place is taken gives way, and is a stray of the table then.
void write_table(Sheet const& sheet, Table& table, ReadingBuilder& builder);

} // namespace jixiao::aligned
