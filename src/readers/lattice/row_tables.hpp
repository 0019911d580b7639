#pragma once

#include "readers/lattice/lines.hpp"

namespace jixiao::lattice {

/// The lines of tables that are ruled between their rows alone: to the lines across come those down that the white
/// between texts shows, and the ends of lines that part some of the columns only. Each table that a title stands over
/// is one of its own. None where the lines are too few, or the text between them stands in no columns. `known`: where
/// the columns of the last table on the page before end, which may go on here.
std::vector<Lines> lines_of_row_tables(PageModel const& page, std::span<float const> known);

} // namespace jixiao::lattice
