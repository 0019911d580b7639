#include "readers/geometry/bands.hpp"

#include <algorithm>
#include <limits>

namespace jixiao {
namespace {

constexpr double everywhere = std::numeric_limits<double>::infinity();

/// Where the line is white: beside the text and at its gutters.
Intervals white_of(PageText const& text, TextLine const& line) {
  Intervals white{{-everywhere, everywhere}};
  for (auto i = line.first; i < line.last; ++i) {
    auto const& word = text.words[i];
    if (i == line.first || word.parted) {
      white.back().x1 = word.x0;
      white.push_back({word.x1, everywhere});
    }
    white.back().x0 = std::max(white.back().x0, word.x1);
  }
  return white;
}

Intervals intersect(Intervals const& a, Intervals const& b, double narrowest) {
  Intervals both;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    Interval const piece{std::max(a[i].x0, b[j].x0), std::min(a[i].x1, b[j].x1)};
    if (piece.x1 - piece.x0 >= narrowest)
      both.push_back(piece);
    (a[i].x1 < b[j].x1 ? i : j) += 1;
  }
  return both;
}

Intervals gaps_of(Intervals const& white) { return {white.begin() + 1, white.end() - 1}; }

/// The least intervals of both: one that holds another says nothing more.
Intervals least(Intervals intervals) {
  std::ranges::sort(intervals, [](Interval a, Interval b) { return a.x1 != b.x1 ? a.x1 < b.x1 : a.x0 > b.x0; });
  Intervals kept;
  for (auto const& interval : intervals)
    if (kept.empty() || interval.x0 > kept.back().x0)
      kept.push_back(interval);
  return kept;
}

Intervals unite(Intervals intervals) {
  std::ranges::sort(intervals, {}, &Interval::x0);
  Intervals united;
  for (auto const& interval : intervals)
    if (!united.empty() && interval.x0 <= united.back().x1)
      united.back().x1 = std::max(united.back().x1, interval.x1);
    else
      united.push_back(interval);
  return united;
}

Intervals joined(Intervals a, Intervals const& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

/// True when each gap still has a piece of white. Both are in order.
bool all_open(Intervals const& gaps, Intervals const& white, double narrowest) {
  std::size_t w = 0;
  for (auto const& gap : gaps) {
    while (w < white.size() && std::min(white[w].x1, gap.x1) - std::max(white[w].x0, gap.x0) < narrowest &&
           white[w].x1 <= gap.x1)
      ++w;
    if (w == white.size() || std::min(white[w].x1, gap.x1) - std::max(white[w].x0, gap.x0) < narrowest)
      return false;
  }
  return true;
}

} // namespace

std::vector<Band> find_bands(PageText const& text, std::size_t first, std::size_t last) {
  auto const narrowest = text.metrics.exact ? text.metrics.space * 0.6 : text.metrics.space;
  std::vector<Band> bands;
  for (auto i = first; i < last; ++i) {
    auto const white = white_of(text, text.lines[i]);
    auto const gaps = gaps_of(white);
    if (!bands.empty()) {
      auto& band = bands.back();
      auto both = intersect(band.white, white, narrowest);
      auto parting = least(joined(band.parting, gaps));
      if (all_open(parting, both, narrowest)) {
        band.last = i + 1;
        band.white = std::move(both), band.parting = std::move(parting);
        band.parted = unite(joined(band.parted, gaps));
        continue;
      }
    }
    bands.push_back({i, i + 1, white, gaps, gaps});
  }
  return bands;
}

Intervals gutters_of(Band const& band) {
  Intervals gutters;
  for (auto const& white : band.white)
    for (auto const& parted : band.parted)
      if (Interval const piece{std::max(white.x0, parted.x0), std::min(white.x1, parted.x1)}; piece.x0 < piece.x1)
        gutters.push_back(piece);
  return gutters;
}

} // namespace jixiao
