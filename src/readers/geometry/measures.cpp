#include "readers/geometry/rows.hpp"
#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

std::uint32_t key(Segment const& segment) { return std::uint32_t{segment.c0} << 16 | segment.c1; }

} // namespace

Measures::Measures(PageText const& text, ColumnText const& columns) : text_(text) {
  std::map<std::uint32_t, double> widest;
  for (auto const& segment : columns.segments)
    widest[key(segment)] = std::max(widest[key(segment)], segment.width);
  widest_.assign(widest.begin(), widest.end());
}

double Measures::measure(Segment const& segment) const {
  auto const found = std::ranges::lower_bound(widest_, key(segment), {}, &std::pair<std::uint32_t, double>::first);
  return found->second;
}

bool Measures::filled(Segment const& above, Segment const& below) const {
  auto const em = text_.metrics.em;
  auto const unit = first_unit(text_.words[above.last - 1].text, text_.words[below.first].text, em);
  return above.width + unit > std::max(measure(above), measure(below)) - 0.3 * em;
}

} // namespace jixiao
