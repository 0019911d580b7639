#include "readers/aligned/open_cells.hpp"

#include "readers/aligned/assign.hpp"

#include <algorithm>

namespace jixiao::aligned {

bool leaves_open(Sheet const& sheet, Band const& band, RowCell const& cell, std::size_t first, std::size_t last) {
  constexpr double slack = 3; // columns: extraction moves texts
  if (band.header.kind == BandKind::goals && last > first + 1)
    return true; // over both goals
  return std::ranges::any_of(cell.runs, [&](std::uint32_t run) {
    auto const& r = sheet.runs[run];
    auto const& borders = band.borders_of(sheet.page(r.line));
    bool const over = r.x0 < borders[first] - slack || r.x1 > borders[last] + slack;
    return over || price_of_content(band, r, static_cast<std::size_t>(cell.column)) > 0;
  });
}

} // namespace jixiao::aligned
