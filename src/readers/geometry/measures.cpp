#include "readers/geometry/rows.hpp"
#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

std::uint32_t key(Segment const& segment) { return std::uint32_t{segment.c0} << 16 | segment.c1; }

} // namespace

Measures::Measures(PageText const& text, ColumnText const& columns, std::span<ColumnText const* const> alike)
    : text_(text) {
  std::map<std::uint32_t, double> widest;
  std::vector<double> alone(columns.columns, 0);
  auto const measure = [&](ColumnText const& of) {
    for (auto const& segment : of.segments) {
      auto& width = widest[key(segment)];
      width = std::max(width, segment.width);
      if (segment.c0 == segment.c1)
        alone[segment.c0] = std::max(alone[segment.c0], segment.width);
    }
  };
  measure(columns);
  for (auto const* table : alike)
    measure(*table);
  widest_.assign(widest.begin(), widest.end());
  for (auto& [columns_key, width] : widest_) {
    double sum = 0;
    for (auto c = columns_key >> 16; c <= (columns_key & 0xFFFF); ++c)
      sum += alone[c];
    width = std::max(width, sum);
  }
  right_edges_.assign(columns.columns, 0);
  for (auto const& segment : columns.segments)
    right_edges_[segment.c1] = std::max(right_edges_[segment.c1], segment.x1);
}

double Measures::measure(Segment const& segment) const {
  if (text_.metrics.exact)
    return std::max(right_edges_[segment.c1] - segment.x0, segment.width);
  auto const found = std::ranges::lower_bound(widest_, key(segment), {}, &std::pair<std::uint32_t, double>::first);
  return found->second;
}

bool Measures::filled(Segment const& above, Segment const& below) const {
  auto const em = text_.metrics.em;
  auto const unit = first_unit(text_.words[above.last - 1].text, text_.words[below.first].text, em);
  return above.width + unit > std::max(measure(above), measure(below)) + 0.1 * em;
}

} // namespace jixiao
