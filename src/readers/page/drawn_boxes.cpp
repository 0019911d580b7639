#include "readers/page/drawn_boxes.hpp"

#include <algorithm>
#include <span>

namespace jixiao {
namespace {

constexpr std::size_t most_boxes = 2000, most_box_work = 20'000'000;

bool overlap(Box const& a, Box const& b) {
  return std::min(a.x1, b.x1) > std::max(a.x0, b.x0) && std::min(a.y1, b.y1) > std::max(a.y0, b.y0);
}

/// What is drawn over one another, as an edge and what it is filled with, is one box; the last colour is seen.
std::vector<DrawnBox> merged(std::span<DrawnBox const> drawn) {
  std::vector<DrawnBox> boxes;
  for (auto const& next : drawn) {
    if (!boxes.empty() && overlap(boxes.back().area, next.area)) {
      auto& area = boxes.back().area;
      area = {std::min(area.x0, next.area.x0), std::min(area.y0, next.area.y0), std::max(area.x1, next.area.x1),
              std::max(area.y1, next.area.y1)};
      boxes.back().colour = next.colour;
    } else if (boxes.size() < most_boxes) {
      boxes.push_back(next);
    }
  }
  return boxes;
}

} // namespace

void put_drawn_boxes(PageModel& page) {
  auto const boxes = merged(page.boxes);
  page.boxes.clear();
  if (boxes.size() * (page.glyphs.size() + page.ticks.size()) > most_box_work)
    return;
  constexpr std::uint32_t first_show = 0x40000000; // strings of the page are numbered from 1
  std::uint32_t show = first_show;
  auto const written = page.glyphs.size();
  for (auto const& box : boxes) {
    auto const holds = [&](auto const& thing) { return box.area.holds(thing.middle_x(), thing.middle_y()); };
    if (std::ranges::any_of(std::span(page.glyphs).first(written), holds))
      continue;
    bool const ticked =
        std::ranges::any_of(page.ticks, [&](PlaceOnPage const& tick) { return box.area.holds(tick.x, tick.y); });
    auto const sign = ticked ? U'☑' : is_lost_on_paper(box.colour) ? U'□' : U'■';
    page.glyphs.push_back({sign, box.area.x0, box.area.x1, box.area.y0, box.area.y1, box.area.height(), ++show});
  }
}

} // namespace jixiao
