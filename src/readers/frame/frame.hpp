#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

/// Tables as pandas prints them: print(DataFrame). Context: every text ends where the name of its column does, behind
/// an index that counts; columns that do not fit go on in blocks below each other, or are left out for "...". Choice:
/// the edges are the ends of the names, in characters or in columns of a terminal, and a table is one only where all
/// its rows keep to them, so that its cells are known. Price: an index that does not count is none.
namespace jixiao {

/// True for a text that holds such a table.
bool has_frames(std::span<Line const> lines);

/// Adds the tables and what stands around them; false, with nothing added, where there are none.
bool read_frames(std::span<Line const> lines, ReadingBuilder& builder);

} // namespace jixiao
