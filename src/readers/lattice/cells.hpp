#pragma once

#include "readers/lattice/lattice.hpp"
#include "readers/lattice/lines.hpp"

#include <optional>

namespace jixiao::lattice {

/// The cells that lines which hang together draw; nothing when they draw none.
std::optional<Lattice> make_lattice(Lines const& lines);

} // namespace jixiao::lattice
