#include "readers/page/beside.hpp"

#include "readers/page/set_aside.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

constexpr float same_row = 1.5F, same_column = 3;

void sort_places(std::vector<float>& places, float apart) {
  std::ranges::sort(places);
  auto const same = [&](float a, float b) { return b - a <= apart; };
  places.erase(std::unique(places.begin(), places.end(), same), places.end());
}

/// True when each of the places is one of the others.
bool are_among(std::vector<float> const& some, std::vector<float> const& all, float apart) {
  return std::ranges::all_of(some, [&](float at) {
    auto const next = std::ranges::lower_bound(all, at - apart);
    return next != all.end() && *next <= at + apart;
  });
}

bool near(float a, float b, float apart) { return std::abs(a - b) <= apart; }

template <class Item> void append(std::vector<Item>& all, std::vector<Item> const& more) {
  all.insert(all.end(), more.begin(), more.end());
}

} // namespace

TableEdges edges_of(PageModel const& page, Lattices const& lattices) {
  TableEdges edges{{}, {}, page.width, page.height, {}};
  for (auto const& table : lattices.tables) {
    append(edges.xs, table.xs);
    append(edges.ys, table.ys);
  }
  // Rows of cells that are merged over the break have lines above and below, and none down.
  constexpr float shortest = 20;
  if (!edges.xs.empty())
    for (auto const& rule : page.rules)
      if (rule.horizontal && rule.to - rule.from >= shortest)
        edges.ys.push_back(rule.at);
  sort_places(edges.xs, same_column);
  sort_places(edges.ys, same_row);
  auto const top = std::ranges::min_element(lattices.tables, {}, [](Lattice const& table) { return table.ys.front(); });
  if (top == lattices.tables.end())
    return edges;
  auto const box = top->box_of(top->cells.front());
  for (auto const& glyph : page.glyphs)
    if (glyph.visible && glyph.character > U' ' && box.holds(glyph.middle_x(), glyph.middle_y()))
      edges.lead.push_back(glyph.character);
  return edges;
}

bool has_room_below(TableEdges const& page) {
  if (page.ys.size() < 2)
    return true;
  auto const rows = page.ys.size() - 1;
  auto const height = page.ys[rows] - page.ys[rows - 1];
  return page.ys.back() + height < page.height - page.xs.front();
}

bool have_same_columns(TableEdges const& a, TableEdges const& b) {
  return a.xs.size() == b.xs.size() && are_among(a.xs, b.xs, same_column);
}

bool stands_beside(TableEdges const& first, TableEdges const& page, TableEdges const& next, bool known) {
  std::size_t const fewest_lines = known ? 2 : 5;
  if (std::min(page.ys.size(), next.ys.size()) < fewest_lines || std::min(page.xs.size(), next.xs.size()) < 2 ||
      page.width != next.width || page.height != next.height)
    return false;
  bool const same_rows = near(page.ys.front(), next.ys.front(), same_row) &&
                         near(page.ys.back(), next.ys.back(), same_row) &&
                         (are_among(page.ys, next.ys, same_row) || are_among(next.ys, page.ys, same_row));
  bool const same_columns = have_same_columns(page, next) || have_same_columns(first, next);
  auto const is_centred = [](TableEdges const& of) {
    return near(of.xs.front(), of.width - of.xs.back(), same_column);
  };
  bool const begins_alike =
      near(page.xs.front(), next.xs.front(), same_column) || (is_centred(page) && is_centred(next));
  // A form that begins with the same label is another one.
  bool const same_lead = !first.lead.empty() && first.lead == next.lead;
  if (!same_rows || same_columns || !begins_alike || same_lead)
    return false;
  // The first column of the next page had no room on this one.
  bool const no_room = page.xs.back() + next.xs[1] - next.xs[0] > page.width - page.xs.front();
  bool const goes_on_below = near(page.xs.back(), next.xs.back(), same_column) &&
                             (are_among(page.xs, next.xs, same_column) || are_among(next.xs, page.xs, same_column)) &&
                             !has_room_below(page);
  return no_room && !goes_on_below;
}

void lay_beside(PageModel& page, TableEdges const& last, PageModel next, TableEdges const& edges) {
  auto const base = page.seams.empty() ? 0 : page.seams.back().shift;
  auto const shift = base + last.xs.back() - edges.xs.front();
  std::uint32_t show = 0;
  for (auto const& glyph : page.glyphs)
    show = std::max(show, glyph.show + 1);
  for (auto* const glyphs :
       {&next.glyphs, &next.cut_off, &next.struck, &next.white, &next.watermarks, &next.stamps, &next.layers_off})
    for (auto& glyph : *glyphs)
      glyph.x0 += shift, glyph.x1 += shift, glyph.show += show;
  for (auto& rule : next.rules)
    if (rule.horizontal)
      rule.from += shift, rule.to += shift;
    else
      rule.at += shift;
  for (auto& finding : next.findings)
    finding.at.x += shift;
  for (auto* const boxes : {&next.shades, &next.areas, &next.small_pictures, &next.small_outlines})
    for (auto& box : *boxes)
      box.x0 += shift, box.x1 += shift;
  for (auto& window : next.windows)
    window.show += show, window.area.x0 += shift, window.area.x1 += shift;
  append(page.windows, next.windows);
  append(page.glyphs, next.glyphs);
  append(page.cut_off, next.cut_off);
  append(page.struck, next.struck);
  append(page.white, next.white);
  append(page.watermarks, next.watermarks);
  append(page.stamps, next.stamps);
  append(page.rules, next.rules);
  append(page.shades, next.shades);
  append(page.areas, next.areas);
  append(page.small_pictures, next.small_pictures);
  append(page.small_outlines, next.small_outlines);
  append(page.layers_off, next.layers_off);
  append(page.findings, next.findings);
  for (auto const& font : next.unread)
    for (std::size_t i = 0; i < font.glyphs; ++i)
      count_unread(page, font.name);
  page.outlines += next.outlines, page.left_out += next.left_out;
  page.pictures = std::max(page.pictures, next.pictures);
  page.width = std::max(page.width, shift + next.width);
  page.seams.push_back({edges.xs.front() + shift, shift, next.number});
  undouble(page.glyphs);
  drop_seen_elsewhere(page);
}

} // namespace jixiao
