#include "readers/lattice/tiles.hpp"

#include <algorithm>
#include <vector>

namespace jixiao::lattice {
namespace {

constexpr std::size_t most_areas = 4'000, most_work = 50'000'000;
constexpr float gap = 3; // between areas that lie side by side
constexpr std::size_t fewest = 6;

bool contains(Box const& outer, Box const& inner) {
  return outer.x0 - 1 <= inner.x0 && outer.x1 + 1 >= inner.x1 && outer.y0 - 1 <= inner.y0 && outer.y1 + 1 >= inner.y1;
}

bool are_same(Box const& a, Box const& b) { return contains(a, b) && contains(b, a); }

bool overlap(float a0, float a1, float b0, float b1) { return std::min(a1, b1) - std::max(a0, b0) > gap; }

/// True when two areas share a side.
bool touch(Box const& a, Box const& b) {
  auto const near = [](float x, float y) { return std::abs(x - y) <= gap; };
  return ((near(a.x1, b.x0) || near(b.x1, a.x0)) && overlap(a.y0, a.y1, b.y0, b.y1)) ||
         ((near(a.y1, b.y0) || near(b.y1, a.y0)) && overlap(a.x0, a.x1, b.x0, b.x1));
}

/// Areas that lie side by side, each once, without the ground that several of them lie on.
std::vector<Box> find_tiles(std::vector<Box> const& areas) {
  std::vector<Box> single;
  for (auto const& area : areas)
    if (std::ranges::none_of(single, [&](Box const& other) { return are_same(area, other); }))
      single.push_back(area);
  std::vector<Box> leaves;
  for (auto const& area : single)
    if (std::ranges::none_of(single, [&](Box const& other) { return !are_same(area, other) && contains(area, other); }))
      leaves.push_back(area);
  std::vector<Box> tiles;
  for (auto const& area : leaves)
    if (std::ranges::any_of(leaves, [&](Box const& other) { return !are_same(area, other) && touch(area, other); }))
      tiles.push_back(area);
  return tiles;
}

/// True when nearly all of the text between the tiles stands in one.
bool hold_the_text(std::vector<Box> const& tiles, std::vector<PageGlyph> const& glyphs) {
  constexpr float most = 0.9F;
  auto all = tiles.front();
  for (auto const& tile : tiles)
    all = {std::min(all.x0, tile.x0), std::min(all.y0, tile.y0), std::max(all.x1, tile.x1), std::max(all.y1, tile.y1)};
  std::size_t between = 0, inside = 0;
  for (auto const& glyph : glyphs) {
    auto const x = glyph.middle_x(), y = glyph.middle_y();
    if (!all.holds(x, y) || glyph.direction == Direction::slanted)
      continue;
    ++between;
    inside += std::ranges::any_of(tiles, [&](Box const& tile) { return tile.holds(x, y); }) ? 1U : 0U;
  }
  return between > 0 && static_cast<float>(inside) >= most * static_cast<float>(between);
}

} // namespace

Lines lines_of_tiles(PageModel const& page) {
  Lines lines;
  if (page.areas.size() < fewest || page.areas.size() > most_areas ||
      page.areas.size() * page.glyphs.size() > most_work)
    return lines;
  auto const tiles = find_tiles(page.areas);
  if (tiles.size() < fewest || !hold_the_text(tiles, page.glyphs))
    return lines;
  std::vector<Ruling> rules;
  for (auto const& tile : tiles) {
    rules.push_back({true, tile.y0, tile.x0, tile.x1});
    rules.push_back({true, tile.y1, tile.x0, tile.x1});
    rules.push_back({false, tile.x0, tile.y0, tile.y1});
    rules.push_back({false, tile.x1, tile.y0, tile.y1});
  }
  return join_rules(rules);
}

} // namespace jixiao::lattice
