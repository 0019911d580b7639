#include "readers/geometry/columns.hpp"

#include <algorithm>
#include <limits>

namespace jixiao {
namespace {

struct Interval {
  double x0, x1;
};
using Intervals = std::vector<Interval>; // in order, apart from each other

constexpr double everywhere = std::numeric_limits<double>::infinity();

/// Lines between which gutters run straight down.
struct Band {
  std::size_t first = 0, last = 0;
  Intervals white;   ///< in all of its lines
  Intervals parting; ///< gaps that each hold a gutter; none within another
  Intervals parted;  ///< union of all gaps
};

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

/// The gutters of a band: the white between its texts that parts any line.
Intervals gutters_of(Band const& band) {
  Intervals gutters;
  for (auto const& white : band.white)
    for (auto const& parted : band.parted)
      if (Interval const piece{std::max(white.x0, parted.x0), std::min(white.x1, parted.x1)}; piece.x0 < piece.x1)
        gutters.push_back(piece);
  return gutters;
}

/// The fewest boundaries such that every gutter holds one.
std::vector<double> boundaries_of(std::vector<Intervals> const& gutters) {
  Intervals all;
  for (auto const& of_band : gutters)
    all.insert(all.end(), of_band.begin(), of_band.end());
  std::ranges::sort(all, {}, &Interval::x1);
  std::vector<double> boundaries;
  for (auto const& gutter : all)
    if (boundaries.empty() || boundaries.back() <= gutter.x0)
      boundaries.push_back(gutter.x1);
  return boundaries;
}

/// The grid columns of what stands between two gutters of a band.
struct BandColumn {
  double right; ///< middle of the gutter at its right
  std::uint16_t c0, c1;
};

std::vector<BandColumn> columns_of(Intervals const& gutters, std::vector<double> const& boundaries) {
  auto const count = [&](double x) { // boundaries up to here
    return static_cast<std::uint16_t>(std::ranges::upper_bound(boundaries, x) - boundaries.begin());
  };
  std::vector<BandColumn> columns;
  std::uint16_t c0 = 0;
  for (auto const& gutter : gutters) {
    columns.push_back({(gutter.x0 + gutter.x1) / 2, c0, std::max(c0, count(gutter.x0))});
    c0 = std::max(static_cast<std::uint16_t>(columns.back().c1 + 1), count(gutter.x1));
  }
  columns.push_back({everywhere, c0, std::max(c0, static_cast<std::uint16_t>(boundaries.size()))});
  return columns;
}

void cut_line(PageText const& text, std::size_t index, std::vector<BandColumn> const& columns, ColumnText& out) {
  auto const& line = text.lines[index];
  std::size_t column = 0;
  auto segment_column = columns.size();
  for (auto i = line.first; i < line.last; ++i) {
    auto const& word = text.words[i];
    while (columns[column].right < (word.x0 + word.x1) / 2)
      ++column;
    if (column != segment_column) {
      segment_column = column;
      out.segments.push_back({static_cast<std::uint32_t>(index), i, i, columns[column].c0, columns[column].c1, word.x0,
                              word.x1, (word.y0 + word.y1) / 2, 0});
    }
    auto& segment = out.segments.back();
    auto const gap = segment.last == i && i > segment.first ? word.x0 - text.words[i - 1].x1 : 0;
    segment.last = i + 1;
    segment.x1 = std::max(segment.x1, word.x1);
    segment.width += word.width + std::max(gap, 0.0);
  }
}

} // namespace

ColumnText find_columns(PageText const& text, std::size_t first, std::size_t last) {
  auto const bands = find_bands(text, first, last);
  std::vector<Intervals> gutters;
  for (auto const& band : bands)
    gutters.push_back(gutters_of(band));
  auto const boundaries = boundaries_of(gutters);
  ColumnText out;
  out.columns = static_cast<std::uint16_t>(std::min<std::size_t>(boundaries.size() + 1, 0xFFFF));
  out.clear = last - first < 8 || bands.size() * 3 < (last - first) * 2;
  for (std::size_t b = 0; b < bands.size(); ++b) {
    auto const columns = columns_of(gutters[b], boundaries);
    for (auto i = bands[b].first; i < bands[b].last; ++i) {
      out.begins.push_back(static_cast<std::uint32_t>(out.segments.size()));
      cut_line(text, i, columns, out);
    }
  }
  out.begins.push_back(static_cast<std::uint32_t>(out.segments.size()));
  return out;
}

} // namespace jixiao
