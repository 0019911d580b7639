#include "readers/page/upright.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {
namespace {

/// Turns boxes and rules back by as many quarters as a direction is turned clockwise.
class Turn {
public:
  Turn(Direction direction, float width, float height) : direction_(direction), width_(width), height_(height) {}

  Box box(Box const& b) const {
    switch (direction_) {
    case Direction::down:
      return {b.y0, width_ - b.x1, b.y1, width_ - b.x0};
    case Direction::up:
      return {height_ - b.y1, b.x0, height_ - b.y0, b.x1};
    case Direction::left:
      return {width_ - b.x1, height_ - b.y1, width_ - b.x0, height_ - b.y0};
    default:
      return b;
    }
  }

  Ruling rule(Ruling rule) const {
    auto const turned =
        box(rule.horizontal ? Box{rule.from, rule.at, rule.to, rule.at} : Box{rule.at, rule.from, rule.at, rule.to});
    rule.horizontal = rule.horizontal != is_quarter();
    rule.at = rule.horizontal ? turned.y0 : turned.x0;
    rule.from = rule.horizontal ? turned.x0 : turned.y0;
    rule.to = rule.horizontal ? turned.x1 : turned.y1;
    return rule;
  }

  Direction direction(Direction of) const {
    if (of == Direction::slanted)
      return of;
    auto const quarters = static_cast<unsigned>(of) + 4 - static_cast<unsigned>(direction_);
    return static_cast<Direction>(quarters % 4);
  }

  bool is_quarter() const { return direction_ == Direction::down || direction_ == Direction::up; }

private:
  Direction direction_;
  float width_, height_;
};

} // namespace

void turn_upright(PageModel& page) {
  constexpr std::size_t fewest = 20;
  std::array<std::size_t, 5> counts{};
  for (auto const& glyph : page.glyphs)
    ++counts[static_cast<std::size_t>(glyph.direction)];
  auto const most = std::max_element(counts.begin(), counts.begin() + 4);
  auto const direction = static_cast<Direction>(most - counts.begin());
  if (direction == Direction::right || *most < fewest || *most * 3 < page.glyphs.size() * 2)
    return;
  Turn const turn(direction, page.width, page.height);
  for (auto* const glyphs : {&page.glyphs, &page.cut_off, &page.layers_off})
    for (auto& glyph : *glyphs) {
      auto const box = turn.box({glyph.x0, glyph.y0, glyph.x1, glyph.y1});
      glyph.x0 = box.x0, glyph.y0 = box.y0, glyph.x1 = box.x1, glyph.y1 = box.y1;
      glyph.direction = turn.direction(glyph.direction);
    }
  for (auto& window : page.windows)
    window.area = turn.box(window.area);
  for (auto& rule : page.rules)
    rule = turn.rule(rule);
  for (auto* const boxes : {&page.shades, &page.small_pictures, &page.small_outlines})
    for (auto& box : *boxes)
      box = turn.box(box);
  for (auto& slant : page.slants)
    slant = turn.rule(slant);
  for (auto& finding : page.findings) {
    auto const at = turn.box({finding.at.x, finding.at.y, finding.at.x, finding.at.y});
    finding.at = {at.x0, at.y0};
  }
  if (turn.is_quarter())
    std::swap(page.width, page.height);
}

} // namespace jixiao
