#include "readers/geometry/grid.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// The fewest boundaries such that every gutter holds one.
std::vector<double> boundaries_of(std::vector<Intervals> const& gutters) {
  Intervals all;
  for (auto const& of_band : gutters)
    all.insert(all.end(), of_band.begin(), of_band.end());
  std::ranges::sort(all, {}, &Interval::x1);
  std::vector<double> boundaries;
  for (auto const& gutter : all)
    if (boundaries.empty() || boundaries.back() <= gutter.x0)
      boundaries.push_back(gutter.x1);
  return boundaries;
}

std::vector<BandColumn> columns_of(Intervals const& gutters, std::vector<double> const& boundaries) {
  auto const count = [&](double x) { // boundaries up to here
    return static_cast<std::uint16_t>(std::ranges::upper_bound(boundaries, x) - boundaries.begin());
  };
  std::vector<BandColumn> columns;
  std::uint16_t c0 = 0;
  for (auto const& gutter : gutters) {
    columns.push_back({(gutter.x0 + gutter.x1) / 2, c0, std::max(c0, count(gutter.x0))});
    c0 = std::max(static_cast<std::uint16_t>(columns.back().c1 + 1), count(gutter.x1));
  }
  columns.push_back({everywhere, c0, std::max(c0, static_cast<std::uint16_t>(boundaries.size()))});
  return columns;
}

} // namespace

Grid make_exact_grid(std::vector<Band> const& bands) {
  std::vector<Intervals> gutters;
  for (auto const& band : bands)
    gutters.push_back(gutters_of(band));
  auto const boundaries = boundaries_of(gutters);
  Grid grid;
  grid.columns = static_cast<std::uint16_t>(std::min<std::size_t>(boundaries.size() + 1, 0xFFFF));
  for (auto const& of_band : gutters)
    grid.bands.push_back(columns_of(of_band, boundaries));
  grid.boundaries = boundaries;
  return grid;
}

} // namespace jixiao
