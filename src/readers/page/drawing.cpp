#include "readers/page/drawing.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace jixiao::drawing {
namespace {

constexpr std::size_t most_points = 1'000'000; // of one path
constexpr float far = 1e6F;                    // beyond any page, and exact enough

float narrow(double value) {
  return std::isfinite(value) ? static_cast<float>(std::clamp(value, double{-far}, double{far})) : 0.0F;
}

Box bounds_of(Path::Subpath const& subpath) {
  Box box{far, far, -far, -far};
  for (auto const& point : subpath.points) {
    box.x0 = std::min(box.x0, narrow(point.x)), box.x1 = std::max(box.x1, narrow(point.x));
    box.y0 = std::min(box.y0, narrow(point.y)), box.y1 = std::max(box.y1, narrow(point.y));
  }
  return box;
}

} // namespace

Matrix operator*(Matrix const& inner, Matrix const& outer) {
  return {inner.a * outer.a + inner.b * outer.c,           inner.a * outer.b + inner.b * outer.d,
          inner.c * outer.a + inner.d * outer.c,           inner.c * outer.b + inner.d * outer.d,
          inner.e * outer.a + inner.f * outer.c + outer.e, inner.e * outer.b + inner.f * outer.d + outer.f};
}

bool is_upright(Path::Subpath const& subpath) {
  constexpr double level = 0.2;
  for (std::size_t i = 1; i < subpath.points.size(); ++i) {
    auto const &a = subpath.points[i - 1], &b = subpath.points[i];
    if (std::abs(a.x - b.x) > level && std::abs(a.y - b.y) > level)
      return false;
  }
  return true;
}

double scale_of(Matrix const& matrix) { return std::sqrt(std::abs(matrix.a * matrix.d - matrix.b * matrix.c)); }

Box box_of(Matrix const& matrix, double x0, double y0, double x1, double y1) {
  Box box{far, far, -far, -far};
  for (auto const& [x, y] : {Point{x0, y0}, Point{x1, y0}, Point{x0, y1}, Point{x1, y1}}) {
    auto const point = matrix.apply(x, y);
    box.x0 = std::min(box.x0, narrow(point.x)), box.x1 = std::max(box.x1, narrow(point.x));
    box.y0 = std::min(box.y0, narrow(point.y)), box.y1 = std::max(box.y1, narrow(point.y));
  }
  return box;
}

Direction direction_of(double dx, double dy) {
  if (std::abs(dy) <= straight * std::abs(dx))
    return dx < 0 ? Direction::left : Direction::right;
  if (std::abs(dx) <= straight * std::abs(dy))
    return dy > 0 ? Direction::down : Direction::up;
  return Direction::slanted;
}

void Path::move_to(Point point) {
  if (points >= most_points)
    return;
  ++points;
  subpaths.push_back({{point}});
}

void Path::line_to(Point point) {
  if (points >= most_points || subpaths.empty())
    return;
  ++points;
  if (subpaths.back().closed)
    subpaths.push_back({{subpaths.back().points.front()}});
  subpaths.back().points.push_back(point);
}

void Path::curve_to(Point point) {
  line_to(point);
  if (subpaths.empty())
    return;
  subpaths.back().curved = true;
  subpaths.back().bends.push_back(static_cast<std::uint32_t>(subpaths.back().points.size() - 1));
}

void Path::close() {
  if (subpaths.empty() || subpaths.back().closed)
    return;
  subpaths.back().points.push_back(subpaths.back().points.front());
  subpaths.back().closed = true;
}

void Path::rectangle(Matrix const& matrix, double x, double y, double width, double height) {
  move_to(matrix.apply(x, y));
  line_to(matrix.apply(x + width, y));
  line_to(matrix.apply(x + width, y + height));
  line_to(matrix.apply(x, y + height));
  close();
}

void Path::clear() {
  subpaths.clear();
  points = 0;
}

/// A slanted or waved line that is long and low lies over a text, if over anything.
void add_slant(Path::Subpath const& subpath, double width, PageLimits const& limits, PageModel& page) {
  constexpr float highest = 16, level = 0.5F, least_slope_parts = 3;
  auto const box = bounds_of(subpath);
  bool const is_low = box.height() > level && box.height() <= highest && box.width() >= box.height();
  bool const is_line = subpath.points.size() == 2 || box.width() >= least_slope_parts * box.height();
  if (is_low && is_line && !subpath.closed && page.slants.size() < limits.rules)
    page.slants.push_back({true, (box.y0 + box.y1) / 2, box.x0, box.x1, narrow(width)});
}

/// A square with round corners and four sides, of the size of a character.
bool is_round_square(Path::Subpath const& subpath, Box const& box) {
  constexpr float smallest = 5, largest = 20, uneven = 0.15F;
  constexpr double least_side = 0.4;
  auto const size = std::max(box.width(), box.height());
  if (!subpath.closed || size < smallest || size > largest || std::abs(box.width() - box.height()) > uneven * size)
    return false;
  std::size_t sides = 0;
  auto bend = subpath.bends.begin();
  for (std::size_t i = 1; i < subpath.points.size(); ++i) {
    bool const bent = bend != subpath.bends.end() && *bend == i;
    bend += bent ? 1 : 0;
    auto const &a = subpath.points[i - 1], &b = subpath.points[i];
    sides += !bent && std::hypot(b.x - a.x, b.y - a.y) >= least_side * double{size} ? 1 : 0;
  }
  return sides == 4;
}

/// A small line with a corner, or two that cross: what ticks a box.
void add_tick(Path::Subpath const& subpath, PageLimits const& limits, PageModel& page) {
  constexpr float largest = 20, level = 0.5F;
  auto const box = bounds_of(subpath);
  bool const is_mark =
      !subpath.closed && std::max(box.width(), box.height()) <= largest && box.height() > level && box.width() > level;
  if (is_mark && page.ticks.size() < limits.rules)
    page.ticks.push_back({(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2});
}

/// A shape of the size of a character.
void add_outline(Path::Subpath const& subpath, std::uint32_t colour, PageLimits const& limits, PageModel& page) {
  auto const box = bounds_of(subpath);
  if (is_round_square(subpath, box) && page.boxes.size() < limits.rules)
    return page.boxes.push_back({box, colour});
  constexpr float largest = 30;
  ++page.outlines;
  if (std::max(box.width(), box.height()) <= largest && page.small_outlines.size() < limits.rules)
    page.small_outlines.push_back(box);
}

void stroke(Path const& path, double width, std::uint32_t colour, PageLimits const& limits, PageModel& page) {
  for (auto const& subpath : path.subpaths) {
    if (subpath.curved) {
      add_outline(subpath, white_colour, limits, page);
      add_round(page, limits, bounds_of(subpath), colour);
    }
    add_tick(subpath, limits, page);
    if (!is_paper_white(colour))
      add_slant(subpath, width, limits, page);
    // A frame with round corners has straight sides; those of letters and stamps are shorter.
    constexpr double long_side = 40;
    auto bend = subpath.bends.begin();
    for (std::size_t i = 1; i < subpath.points.size(); ++i) {
      auto const &a = subpath.points[i - 1], &b = subpath.points[i];
      bool const bent = bend != subpath.bends.end() && *bend == i;
      bend += bent ? 1 : 0;
      if (bent || (subpath.curved && std::hypot(b.x - a.x, b.y - a.y) < long_side))
        continue;
      add_stroke(page, limits, narrow(a.x), narrow(a.y), narrow(b.x), narrow(b.y), narrow(width), colour);
    }
  }
}

void fill(Path const& path, std::uint32_t colour, PageLimits const& limits, Box const& clip, PageModel& page) {
  auto const& subpaths = path.subpaths;
  for (std::size_t i = 0; i < subpaths.size(); ++i) {
    if (!is_paper_white(colour))
      add_shade(page, limits, bounds_of(subpaths[i]));
    if (subpaths[i].curved) {
      add_outline(subpaths[i], colour, limits, page);
      add_round(page, limits, bounds_of(subpaths[i]), colour);
      continue;
    }
    auto const box = bounds_of(subpaths[i]);
    bool const upright = is_upright(subpaths[i]), whole = !upright || is_thin(box);
    auto const seen = whole ? box : common(box, clip);
    if (!whole && (seen.width() <= 0 || seen.height() <= 0))
      continue;
    if (add_fill(page, limits, seen, colour) || i + 1 == subpaths.size() || !upright)
      continue;
    auto const inner = bounds_of(subpaths[i + 1]);
    i += add_frame(page, limits, box, inner, colour) ? 1 : 0;
  }
}

bool add_waves(Path const& path, PageLimits const& limits, PageModel& page) {
  constexpr float highest = 8, longer = 3;
  auto const box = bounds_of(path);
  bool const is_low = path.subpaths.size() == 1 && is_upright(path.subpaths.front()) && !is_thin(box) &&
                      box.height() <= highest && box.width() >= longer * box.height();
  if (is_low && page.slants.size() < limits.rules)
    page.slants.push_back({true, (box.y0 + box.y1) / 2, box.x0, box.x1, 1});
  return is_low;
}

void cover(Path const& path, Box const& clip, std::uint32_t shows, PageLimits const& limits, PageModel& page) {
  if (shows == 0 || path.subpaths.size() != 1 || page.covers.size() >= limits.rules)
    return;
  auto const& outline = path.subpaths.front();
  auto const area = common(bounds_of(path), clip);
  if (!outline.curved && is_upright(outline) && area.width() > 0 && area.height() > 0 && !is_thin(area))
    page.covers.push_back({area, shows});
}

Box bounds_of(Path const& path) {
  Box all{far, far, -far, -far};
  for (auto const& subpath : path.subpaths) {
    auto const box = bounds_of(subpath);
    all = {std::min(all.x0, box.x0), std::min(all.y0, box.y0), std::max(all.x1, box.x1), std::max(all.y1, box.y1)};
  }
  return all;
}

void clip_rules(std::vector<Ruling>& rules, std::size_t first, Box const& clip) {
  constexpr float slack = 1; // a line on the edge is half seen
  auto kept = first;
  for (auto i = first; i < rules.size(); ++i) {
    auto rule = rules[i];
    auto const low = rule.horizontal ? clip.x0 : clip.y0, high = rule.horizontal ? clip.x1 : clip.y1;
    auto const near = rule.horizontal ? clip.y0 : clip.x0, far = rule.horizontal ? clip.y1 : clip.x1;
    rule.from = std::max(rule.from, low), rule.to = std::min(rule.to, high);
    if (rule.from < rule.to && rule.at >= near - slack && rule.at <= far + slack)
      rules[kept++] = rule;
  }
  rules.resize(kept);
}

Box common(Box const& a, Box const& b) {
  Box const box{std::max(a.x0, b.x0), std::max(a.y0, b.y0), std::min(a.x1, b.x1), std::min(a.y1, b.y1)};
  return {box.x0, box.y0, std::max(box.x0, box.x1), std::max(box.y0, box.y1)};
}

} // namespace jixiao::drawing
