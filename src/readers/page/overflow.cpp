#include "readers/page/overflow.hpp"

#include "readers/lattice/lines.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace jixiao {
namespace {

/// Glyphs [first, last) that were printed one beside the other.
struct ShownLine {
  std::size_t first = 0, last = 0;
  Box box;
  float size = 0;
  bool crossed = false;
};

bool go_on(PageGlyph const& before, PageGlyph const& glyph) {
  constexpr float level = 0.2F, apart = 0.8F; // sizes
  auto const gap = glyph.x0 - before.x1;
  return glyph.direction == Direction::right && before.direction == Direction::right &&
         std::abs(glyph.middle_y() - before.middle_y()) <= level * glyph.size && gap < apart * glyph.size &&
         gap > -level * glyph.size && std::abs(glyph.size - before.size) <= level * glyph.size;
}

std::vector<ShownLine> shown_lines(std::vector<PageGlyph> const& glyphs) {
  std::vector<ShownLine> lines;
  for (std::size_t i = 0; i < glyphs.size(); ++i) {
    auto const& glyph = glyphs[i];
    if (i == 0 || !go_on(glyphs[i - 1], glyph))
      lines.push_back({i, i, {glyph.x0, glyph.y0, glyph.x1, glyph.y1}, glyph.size});
    auto& line = lines.back();
    line.last = i + 1;
    line.box = {std::min(line.box.x0, glyph.x0), std::min(line.box.y0, glyph.y0), std::max(line.box.x1, glyph.x1),
                std::max(line.box.y1, glyph.y1)};
  }
  return lines;
}

/// Marks the lines of text that a line between rows goes through, well within their height and beyond both ends.
void mark_crossed(std::vector<ShownLine>& lines, std::vector<lattice::Line> drawn) {
  constexpr float inset = 0.25F; // of the height
  std::ranges::sort(drawn, {}, &lattice::Line::at);
  std::size_t work = 20'000'000;
  for (auto& line : lines) {
    auto const edge = inset * line.box.height();
    auto rule = std::ranges::lower_bound(drawn, line.box.y0 + edge, {}, &lattice::Line::at);
    for (; rule != drawn.end() && rule->at < line.box.y1 - edge && work > 0; ++rule, --work)
      line.crossed |= rule->from < line.box.x0 && rule->to > line.box.x1;
  }
}

/// True when the second line follows the first as the next one of the same text.
bool follows(ShownLine const& above, ShownLine const& below) {
  constexpr float closest = 0.9F, widest = 1.8F, same = 0.05F; // sizes
  auto const step = below.box.y0 - above.box.y0;
  bool const overlap = std::min(above.box.x1, below.box.x1) > std::max(above.box.x0, below.box.x0);
  return overlap && std::abs(above.size - below.size) <= same * above.size && step >= closest * above.size &&
         step <= widest * above.size;
}

} // namespace

std::vector<std::optional<Anchor>> find_overflowing(PageModel const& page) {
  std::vector<std::optional<Anchor>> anchors(page.glyphs.size());
  auto lines = shown_lines(page.glyphs);
  mark_crossed(lines, lattice::join_rules(page.rules).across);
  for (std::size_t first = 0; first < lines.size();) {
    auto last = first + 1;
    bool crossed = lines[first].crossed;
    auto box = lines[first].box;
    for (; last < lines.size() && follows(lines[last - 1], lines[last]); ++last) {
      auto const& next = lines[last].box;
      crossed |= lines[last].crossed;
      box = {std::min(box.x0, next.x0), box.y0, std::max(box.x1, next.x1), next.y1};
    }
    for (auto i = lines[first].first; crossed && last - first > 1 && i < lines[last - 1].last; ++i)
      anchors[i] = Anchor{(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2};
    first = last;
  }
  return anchors;
}

} // namespace jixiao
