#include "readers/geometry/rows.hpp"
#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

std::uint32_t key(Segment const& segment) { return std::uint32_t{segment.c0} << 16 | segment.c1; }

std::uint64_t band_key(Segment const& segment) { return std::uint64_t{segment.band} << 32 | key(segment); }

bool breaks_number(std::string_view above, std::string_view below) {
  auto const is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return !above.empty() && !below.empty() && is_digit(above.back()) && is_digit(below.front());
}

/// The widest text for each key.
template <class Key> class Widest {
public:
  void add(Key key, double width) { widths_[key] = std::max(widths_[key], width); }
  std::vector<std::pair<Key, double>> sorted() const { return {widths_.begin(), widths_.end()}; }

private:
  std::map<Key, double> widths_;
};

template <class Key> double find_width(std::vector<std::pair<Key, double>> const& widths, Key key) {
  return std::ranges::lower_bound(widths, key, {}, &std::pair<Key, double>::first)->second;
}

} // namespace

Measures::Measures(PageText const& text, ColumnText const& columns, std::span<ColumnText const* const> alike)
    : text_(text) {
  Widest<std::uint32_t> widest;
  Widest<std::uint64_t> in_band;
  std::vector<double> alone(columns.columns, 0);
  auto const measure = [&](ColumnText const& of) {
    for (auto const& segment : of.segments) {
      widest.add(key(segment), segment.width);
      if (segment.c0 == segment.c1)
        alone[segment.c0] = std::max(alone[segment.c0], segment.width);
    }
  };
  measure(columns);
  for (auto const* table : alike)
    measure(*table);
  for (auto const& segment : columns.segments)
    in_band.add(band_key(segment), segment.width);
  widest_ = widest.sorted();
  widest_in_band_ = in_band.sorted();
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
  return find_width(widest_, key(segment));
}

double Measures::measure_in_band(Segment const& segment) const {
  return text_.metrics.exact ? measure(segment) : find_width(widest_in_band_, band_key(segment));
}

double Measures::weight(Segment const& segment) const {
  return std::clamp((measure(segment) / text_.metrics.em - 1) / 3, 0.0, 1.0);
}

Room Measures::room(Segment const& above, Segment const& below) const {
  auto const em = text_.metrics.em;
  auto const unit = first_unit(text_.words[above.last - 1].text, text_.words[below.first].text, em);
  auto const needed = above.width + unit - 0.1 * em;
  if (needed > std::max(measure(above), measure(below)))
    return Room::none;
  if (breaks_number(text_.words[above.last - 1].text, text_.words[below.first].text))
    return Room::unsure;
  return needed > std::max(measure_in_band(above), measure_in_band(below)) ? Room::unsure : Room::left;
}

} // namespace jixiao
