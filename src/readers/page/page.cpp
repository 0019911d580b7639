#include "readers/page/page.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

constexpr float thickest = 2.5F; // of a ruling line; what is thicker is shading
constexpr float level = 0.5F;    // how far a line may stray from its axis

bool is_white(std::uint32_t colour) {
  return (colour >> 16) >= 0xFC && (colour >> 8 & 0xFF) >= 0xFC && (colour & 0xFF) >= 0xFC;
}

void add(PageModel& page, PageLimits const& limits, Rule const& rule) {
  bool const finite = std::isfinite(rule.at) && std::isfinite(rule.from) && std::isfinite(rule.to);
  if (is_white(rule.colour) || !finite)
    return;
  if (page.rules.size() >= limits.rules) {
    ++page.left_out;
    return;
  }
  page.rules.push_back(rule);
}

} // namespace

void add_stroke(PageModel& page, PageLimits const& limits, float x0, float y0, float x1, float y1, float width,
                std::uint32_t colour) {
  auto const dx = std::abs(x1 - x0), dy = std::abs(y1 - y0);
  // A short thick stroke is a piece of a line across it, as a square pen draws a wide line.
  if (width > thickest) {
    auto const half = width / 2;
    Box const area = dy <= level ? Box{std::min(x0, x1), y0 - half, std::max(x0, x1), y0 + half}
                                 : Box{x0 - half, std::min(y0, y1), x0 + half, std::max(y0, y1)};
    if (dx <= level || dy <= level)
      add_fill(page, limits, area, colour);
    return;
  }
  if (dy <= level && dx > dy)
    add(page, limits, {true, (y0 + y1) / 2, std::min(x0, x1), std::max(x0, x1), width, colour});
  else if (dx <= level && dy > 0)
    add(page, limits, {false, (x0 + x1) / 2, std::min(y0, y1), std::max(y0, y1), width, colour});
}

bool add_fill(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour) {
  auto const width = area.width(), height = area.height();
  if (std::min(width, height) > thickest)
    return is_white(colour);
  // A square corner belongs to the lines of both directions.
  if (height <= thickest && width >= height)
    add(page, limits, {true, (area.y0 + area.y1) / 2, area.x0, area.x1, height, colour});
  if (width <= thickest && height >= width)
    add(page, limits, {false, (area.x0 + area.x1) / 2, area.y0, area.y1, width, colour});
  return true;
}

bool add_frame(PageModel& page, PageLimits const& limits, Box const& outer, Box const& inner, std::uint32_t colour) {
  float const sides[] = {inner.x0 - outer.x0, outer.x1 - inner.x1, inner.y0 - outer.y0, outer.y1 - inner.y1};
  if (std::ranges::any_of(sides, [](float side) { return side < -level || side > thickest; }))
    return false;
  add_fill(page, limits, {outer.x0, outer.y0, inner.x0, outer.y1}, colour);
  add_fill(page, limits, {inner.x1, outer.y0, outer.x1, outer.y1}, colour);
  add_fill(page, limits, {outer.x0, outer.y0, outer.x1, inner.y0}, colour);
  add_fill(page, limits, {outer.x0, inner.y1, outer.x1, outer.y1}, colour);
  return true;
}

} // namespace jixiao
