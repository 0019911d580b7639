#include "readers/page/halves.hpp"

#include "readers/lattice/lattice.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t fewest_rules = 16;

struct Extent {
  float from = 0, to = 0;
};

/// What the things on the page take of its width, without what stands at its foot, below all lines.
std::vector<Extent> taken_of(PageModel const& page) {
  std::vector<Extent> taken;
  float bottom = 0;
  for (auto const& rule : page.rules) {
    bottom = std::max(bottom, rule.horizontal ? rule.at : rule.to);
    taken.push_back(rule.horizontal ? Extent{rule.from, rule.to} : Extent{rule.at, rule.at});
  }
  for (auto const& glyph : page.glyphs)
    if (glyph.visible && glyph.direction != Direction::slanted && glyph.y0 < bottom)
      taken.push_back({glyph.x0, glyph.x1});
  std::ranges::sort(taken, {}, &Extent::from);
  return taken;
}

/// The white that goes down the middle of the page.
std::optional<Extent> find_gutter(PageModel const& page) {
  constexpr float narrowest = 5, off = 0.06F; // points; of the width
  auto const middle = page.width / 2;
  float reach = 0;
  std::optional<Extent> gutter;
  for (auto const& extent : taken_of(page)) {
    Extent const white{reach, extent.from};
    bool const central = white.from < middle + off * page.width && white.to > middle - off * page.width;
    bool const wider = !gutter || white.to - white.from > gutter->to - gutter->from;
    if (reach > 0 && white.to - white.from >= narrowest && central && wider)
      gutter = white;
    reach = std::max(reach, extent.to);
  }
  return gutter;
}

/// Where the tables of a half begin, when they take most of it.
std::optional<float> left_edge(PageModel const& half, float from, float to) {
  constexpr std::size_t fewest_rows = 2, fewest_cells = 4;
  constexpr float most = 0.6F;
  float left = to, right = from;
  for (auto const& table : find_lattices(half).tables)
    if (!table.unruled && table.rows() >= fewest_rows && table.cells.size() >= fewest_cells)
      left = std::min(left, table.xs.front()), right = std::max(right, table.xs.back());
  return right - left > most * (to - from) ? std::optional(left) : std::nullopt;
}

template <class Item, class IsRight>
void move_right(std::vector<Item>& left, std::vector<Item>& right, IsRight is_right) {
  auto const rest = std::stable_partition(left.begin(), left.end(), [&](Item const& item) { return !is_right(item); });
  right.assign(std::make_move_iterator(rest), std::make_move_iterator(left.end()));
  left.erase(rest, left.end());
}

void shift_by(PageModel& page, float shift) {
  for (auto* const glyphs : {&page.glyphs, &page.cut_off, &page.struck, &page.white, &page.layers_off})
    for (auto& glyph : *glyphs)
      glyph.x0 -= shift, glyph.x1 -= shift;
  for (auto& rule : page.rules)
    if (rule.horizontal)
      rule.from -= shift, rule.to -= shift;
    else
      rule.at -= shift;
  for (auto& window : page.windows)
    window.area.x0 -= shift, window.area.x1 -= shift;
  for (auto& finding : page.findings)
    finding.at.x -= shift;
  for (auto* const boxes : {&page.shades, &page.areas, &page.small_pictures, &page.small_outlines})
    for (auto& box : *boxes)
      box.x0 -= shift, box.x1 -= shift;
}

} // namespace

std::optional<std::pair<PageModel, PageModel>> part_in_halves(PageModel const& page) {
  if (page.width < page.height || page.rules.size() < fewest_rules)
    return {};
  auto const gutter = find_gutter(page);
  if (!gutter)
    return {};
  auto const at = (gutter->from + gutter->to) / 2;
  auto left = page;
  PageModel right;
  right.windows = page.windows;
  right.number = page.number, right.height = page.height;
  auto const stands_right = [&](PageGlyph const& glyph) { return glyph.middle_x() > at; };
  for (auto const glyphs :
       {&PageModel::glyphs, &PageModel::cut_off, &PageModel::struck, &PageModel::white, &PageModel::layers_off})
    move_right(left.*glyphs, right.*glyphs, stands_right);
  move_right(left.findings, right.findings, [&](PageFinding const& finding) { return finding.at.x > at; });
  move_right(left.rules, right.rules,
             [&](Ruling const& rule) { return (rule.horizontal ? (rule.from + rule.to) / 2 : rule.at) > at; });
  auto const is_right = [&](Box const& box) { return (box.x0 + box.x1) / 2 > at; };
  move_right(left.shades, right.shades, is_right);
  move_right(left.areas, right.areas, is_right);
  move_right(left.small_pictures, right.small_pictures, is_right);
  move_right(left.small_outlines, right.small_outlines, is_right);
  auto const first = left_edge(left, 0, at), second = left_edge(right, at, page.width);
  if (!first || !second)
    return {};
  auto const shift = *second - *first;
  shift_by(right, shift);
  left.width = at, right.width = page.width - shift;
  constexpr float everywhere_left = -1e6F;
  right.seams.push_back({everywhere_left, -shift, page.number});
  return std::pair{std::move(left), std::move(right)};
}

} // namespace jixiao
