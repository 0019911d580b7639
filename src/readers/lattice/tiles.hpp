#pragma once

#include "readers/lattice/lines.hpp"

namespace jixiao::lattice {

/// The lines between areas that lie side by side, as the backgrounds of cells do in a table that has no ruling lines:
/// light cells on dark ground, or each row in a shade. None where much of the text between them stands in none of them,
/// as in a table of which only every other row is shaded.
Lines lines_of_tiles(PageModel const& page);

} // namespace jixiao::lattice
