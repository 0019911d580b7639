#include "readers/geometry/columns.hpp"

#include "readers/geometry/grid.hpp"

#include <algorithm>

namespace jixiao {
namespace {

std::uint16_t columns_before(ColumnText const& columns, double x) {
  return static_cast<std::uint16_t>(std::ranges::upper_bound(columns.boundaries, x) - columns.boundaries.begin());
}

void cut_line(PageText const& text, std::size_t index, std::size_t band, std::vector<BandColumn> const& columns,
              ColumnText& out) {
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
                              word.x1, (word.y0 + word.y1) / 2, 0, static_cast<std::uint32_t>(band)});
    }
    auto& segment = out.segments.back();
    if (column == 0 && segment.first == i) // no gutter of the band is left of it: the text itself shows where it begins
      segment.c0 = std::max(segment.c0, std::min(segment.c1, columns_before(out, word.x0)));
    auto const gap = segment.last == i && i > segment.first ? word.x0 - text.words[i - 1].x1 : 0;
    segment.last = i + 1;
    segment.x1 = std::max(segment.x1, word.x1);
    segment.width += word.width + std::min(std::max(gap, 0.0), 0.3 * text.metrics.em);
  }
}

} // namespace

ColumnText find_columns(PageText& text, std::size_t first, std::size_t last) {
  auto const bands = find_bands(text, first, last);
  auto const grid = text.metrics.exact ? make_exact_grid(bands) : make_rough_grid(text, bands);
  ColumnText out;
  out.columns = grid.columns;
  out.boundaries = grid.boundaries;
  constexpr std::uint16_t widest = 300; // columns of a grid; rows of more are not looked for
  out.clear = out.columns <= widest && (last - first < 8 || bands.size() * 3 < (last - first) * 2);
  for (std::size_t b = 0; b < bands.size(); ++b)
    for (auto i = bands[b].first; i < bands[b].last; ++i) {
      out.begins.push_back(static_cast<std::uint32_t>(out.segments.size()));
      cut_line(text, i, b, grid.bands[b], out);
    }
  out.begins.push_back(static_cast<std::uint32_t>(out.segments.size()));
  return out;
}

} // namespace jixiao
