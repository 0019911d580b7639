#include "readers/page/page.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

namespace jixiao {
namespace {

constexpr float thickest = 2.5F; // of a ruling line; what is thicker is shading
constexpr float level = 0.5F;    // how far a line may stray from its axis

void add(PageModel& page, PageLimits const& limits, Ruling const& rule) {
  bool const finite = std::isfinite(rule.at) && std::isfinite(rule.from) && std::isfinite(rule.to);
  if (is_paper_white(rule.colour) || !finite)
    return;
  if (page.rules.size() >= limits.rules) {
    ++page.left_out;
    return;
  }
  page.rules.push_back(rule);
}

} // namespace

bool is_thin(Box const& area) { return std::min(area.width(), area.height()) <= thickest; }

bool is_paper_white(std::uint32_t colour) {
  return (colour >> 16) >= 0xFC && (colour >> 8 & 0xFF) >= 0xFC && (colour & 0xFF) >= 0xFC;
}

std::uint32_t on_paper(std::uint32_t colour, double alpha) {
  auto const mixed = [&](int shift) {
    auto const channel = static_cast<double>(colour >> shift & 0xFF);
    return static_cast<std::uint32_t>(std::lround(255 - (255 - channel) * std::clamp(alpha, 0.0, 1.0))) << shift;
  };
  return mixed(16) | mixed(8) | mixed(0);
}

void add_round(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour) {
  constexpr float smallest = 30, largest = 250, longest = 2.2F; // points; times as long as wide
  auto const [narrow, wide] = std::minmax({area.width(), area.height()});
  if (narrow >= smallest && wide <= largest && wide <= longest * narrow && page.rounds.size() < limits.rules)
    page.rounds.push_back({area, colour});
}

void add_shade(PageModel& page, PageLimits const& limits, Box const& area) {
  if (page.shades.size() < limits.rules && std::min(area.width(), area.height()) > thickest)
    page.shades.push_back(area);
}

void add_picture(PageModel& page, PageLimits const& limits, Box const& area, std::uint32_t colour) {
  page.pictures += area.width() * area.height() / std::max(page.width * page.height, 1.0F);
  add_shade(page, limits, area);
  bool const thin =
      std::min(area.width(), area.height()) <= thickest && std::max(area.width(), area.height()) > thickest;
  if (thin && page.thin_pictures.size() < limits.rules)
    page.thin_pictures.push_back({area, colour});
  constexpr float smallest = 6, largest_share = 0.2F;
  constexpr std::size_t most = 1000;
  bool const is_small = std::min(area.width(), area.height()) >= smallest &&
                        area.width() * area.height() < largest_share * page.width * page.height;
  if (is_small && page.small_pictures.size() < most)
    page.small_pictures.push_back(area);
}

std::optional<PlaceOnPage> seen_place(PageModel const& page, PageGlyph const& glyph) {
  auto const window = std::ranges::lower_bound(page.windows, glyph.show, {}, &Window::show);
  if (window == page.windows.end() || window->show != glyph.show ||
      window->area.holds(glyph.middle_x(), glyph.middle_y()))
    return {};
  auto const& [x0, y0, x1, y1] = window->area;
  constexpr float inside = 3; // from the edge, which may lie on the line around a cell
  auto const within = [&](float at, float low, float high) {
    auto const inset = std::min(inside, (high - low) / 4);
    return std::clamp(at, low + inset, std::max(high - inset, low + inset));
  };
  return PlaceOnPage{within(glyph.middle_x(), x0, x1), within(glyph.middle_y(), y0, y1)};
}

void settle_pictures(PageModel& page, PageLimits const& limits) {
  constexpr float same = 1, apart = 0.4F; // points
  auto& pictures = page.thin_pictures;
  auto const is_across = [](ThinPicture const& p) { return p.area.width() >= p.area.height(); };
  // Across the lines, then along: strips of one picture follow each other.
  auto const key = [&](ThinPicture const& p) {
    auto const& a = p.area;
    return is_across(p) ? std::tuple(0, std::round(a.x0), std::round(a.x1), a.y0)
                        : std::tuple(1, std::round(a.y0), std::round(a.y1), a.x0);
  };
  std::ranges::stable_sort(pictures, {}, key);
  auto const are_strips = [&](ThinPicture const& a, ThinPicture const& b) {
    if (is_across(a) != is_across(b))
      return false;
    bool const across = is_across(a);
    auto const from = across ? a.area.x0 - b.area.x0 : a.area.y0 - b.area.y0,
               to = across ? a.area.x1 - b.area.x1 : a.area.y1 - b.area.y1,
               gap = across ? b.area.y0 - a.area.y1 : b.area.x0 - a.area.x1;
    return std::abs(from) <= same && std::abs(to) <= same && gap <= apart && gap >= -thickest / 2;
  };
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    bool const strip = (i > 0 && are_strips(pictures[i - 1], pictures[i])) ||
                       (i + 1 < pictures.size() && are_strips(pictures[i], pictures[i + 1]));
    if (!strip)
      add_fill(page, limits, pictures[i].area, pictures[i].colour);
  }
  pictures.clear();
}

void count_unread(PageModel& page, std::string const& font) {
  constexpr std::size_t most = 100;
  auto found = std::ranges::find(page.unread, font, &UnreadFont::name);
  if (found == page.unread.end() && page.unread.size() < most)
    found = page.unread.insert(found, {font, 0});
  if (found != page.unread.end())
    ++found->glyphs;
}

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
  if (!is_thin(area)) {
    if (page.areas.size() < limits.rules)
      page.areas.push_back(area);
    return is_paper_white(colour);
  }
  // A square corner belongs to the lines of both directions.
  if (height <= thickest && width >= height)
    add(page, limits, {true, (area.y0 + area.y1) / 2, area.x0, area.x1, height, colour});
  if (width <= thickest && height >= width)
    add(page, limits, {false, (area.x0 + area.x1) / 2, area.y0, area.y1, width, colour});
  return true;
}

float median_size(std::span<PageGlyph const> glyphs) {
  std::vector<float> sizes;
  for (auto const& glyph : glyphs)
    sizes.push_back(glyph.size);
  auto const half = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::ranges::nth_element(sizes, half);
  return *half;
}

void undouble(std::vector<PageGlyph>& glyphs) {
  constexpr float hair = 0.2F;      // of the size
  constexpr std::size_t reach = 24; // the same character in places near that along the page
  std::vector<std::uint32_t> order(glyphs.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
    auto const &left = glyphs[a], &right = glyphs[b];
    return std::tuple(left.character, left.x0, left.y0, a) < std::tuple(right.character, right.x0, right.y0, b);
  });
  std::vector<bool> doubled(glyphs.size());
  bool any = false;
  for (std::size_t i = 1; i < order.size(); ++i) {
    auto const& glyph = glyphs[order[i]];
    for (auto k = i; k-- > 0 && i - k <= reach;) {
      auto const& other = glyphs[order[k]];
      if (other.character != glyph.character || glyph.x0 - other.x0 > hair * glyph.size)
        break;
      if (std::abs(glyph.y0 - other.y0) > hair * glyph.size || doubled[order[k]] || glyph.visible != other.visible)
        continue;
      doubled[std::max(order[i], order[k])] = any = true;
      break;
    }
  }
  if (!any)
    return;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < glyphs.size(); ++i)
    if (!doubled[i])
      glyphs[kept++] = glyphs[i];
  glyphs.resize(kept);
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
