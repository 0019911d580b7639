#pragma once

#include "readers/lattice/lattice.hpp"

#include <span>
#include <vector>

namespace jixiao::drawn {

/// The tables of a page that was drawn cell by cell; nothing when it does not show that, unless `told`: the page before
/// did. `known`: where the columns of that page's last table end.
std::vector<Lattice> find_tables(PageModel const& page, std::span<float const> known, bool told);

/// Where lines draw a part of a page's tables alone, adds the others; where that part is the smaller one, or lines
/// leave many texts together in cells, as those between columns alone do, the order of drawing goes before them.
void complete(PageModel const& page, std::vector<Lattice>& tables, std::span<float const> known, bool told);

} // namespace jixiao::drawn
