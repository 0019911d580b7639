#include "readers/geometry/bands.hpp"

#include "readers/geometry/spaces.hpp"

#include <algorithm>

namespace jixiao {
namespace {

bool is_narrow_gutter(PageText const& text, TextLine const& line, std::uint32_t word) {
  return word > line.first && !text.words[word].parted && may_part(text, word) != Space::no_gutter;
}

/// Where the line is white: beside the text and at its gutters, and at spaces that stand in one of `gutters`.
Intervals white_of(PageText const& text, TextLine const& line, Intervals const& gutters = {}) {
  auto const in_gutter = [&](Interval gap) {
    return std::ranges::any_of(gutters, [&](Interval g) { return gap.x0 < g.x1 && g.x0 < gap.x1; });
  };
  Intervals white{{-everywhere, everywhere}};
  for (auto i = line.first; i < line.last; ++i) {
    auto const& word = text.words[i];
    if (i == line.first || word.parted ||
        (is_narrow_gutter(text, line, i) && in_gutter({text.words[i - 1].x1, word.x0}))) {
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

/// Adds the line to the band when its gutters stay open.
bool extend(Band& band, Intervals const& white, Intervals const& gaps, double narrowest) {
  auto both = intersect(band.white, white, narrowest);
  auto parting = least(joined(band.parting, gaps));
  if (!all_open(parting, both, narrowest))
    return false;
  ++band.last;
  band.white = std::move(both), band.parting = std::move(parting);
  band.parted = unite(joined(band.parted, gaps));
  return true;
}

/// Marks the spaces that the white takes for gutters.
void part_at(PageText& text, TextLine const& line, Intervals const& white) {
  for (auto i = line.first + 1; i < line.last; ++i)
    for (auto const& gap : white)
      if (gap.x1 == text.words[i].x0)
        text.words[i].parted = true;
}

/// Where the lines begin that stand above the line at the pitch, each a text alone, with more white above them: they
/// are the first lines of a cell of its row.
std::size_t first_of_cell(PageText const& text, std::size_t first, std::size_t line) {
  auto const near = [&](std::size_t i) {
    return !text.lines[i].opens_page && text.lines[i].y - text.lines[i - 1].y <= 1.02 * text.pitch;
  };
  auto begin = line;
  while (text.metrics.exact && begin > first && near(begin) && gaps_of(white_of(text, text.lines[begin - 1])).empty())
    --begin;
  return begin < line && !near(begin) ? begin : line;
}

std::vector<Band> stack_bands(PageText& text, std::size_t first, std::size_t last, std::vector<bool> const& alone) {
  auto const narrowest = text.metrics.exact ? text.metrics.space * 0.6 : text.metrics.space;
  std::vector<Band> bands;
  for (auto i = first; i < last; ++i) {
    auto const& line = text.lines[i];
    auto const white = white_of(text, line);
    auto gaps = gaps_of(white);
    // Texts on lines that overlap stand beside each other.
    if (text.metrics.exact && i > first && line.y - text.lines[i - 1].y < 0.8 * text.pitch)
      if (auto const both = intersect(white_of(text, text.lines[i - 1]), white, narrowest); both.size() > 2)
        gaps = least(joined(std::move(gaps), gaps_of(both)));
    bool const anew = alone[i] || (i > first && alone[i - 1]) || (line.opens_page && !text.metrics.exact);
    if (!bands.empty() && !anew) {
      if (extend(bands.back(), white, gaps, narrowest))
        continue;
      auto const with_spaces = white_of(text, line, gutters_of(bands.back()));
      if (with_spaces.size() > white.size() && extend(bands.back(), with_spaces, gaps_of(with_spaces), narrowest)) {
        part_at(text, line, with_spaces);
        continue;
      }
    }
    auto const begin = bands.empty() ? i : first_of_cell(text, std::max(first, bands.back().first + 1), i);
    Band band{begin, begin + 1, white_of(text, text.lines[begin]), {}, {}};
    for (auto line = begin + 1; line < i; ++line)
      extend(band, white_of(text, text.lines[line]), {}, narrowest);
    if (begin == i)
      band.parting = band.parted = gaps;
    else if (!extend(band, white, gaps, narrowest))
      band = {i, i + 1, white, gaps, gaps};
    if (!bands.empty())
      bands.back().last = band.first;
    bands.push_back(std::move(band));
  }
  return bands;
}

std::size_t count_texts(PageText const& text, TextLine const& line) {
  std::size_t texts = 1;
  for (auto i = line.first + 1; i < line.last; ++i)
    texts += text.words[i].parted ? 1U : 0U;
  return texts;
}

/// Parts a line at all its spaces when it then has as many texts as the columns. True when it did.
bool part_to_count(PageText& text, TextLine const& line, std::size_t columns) {
  auto const texts = count_texts(text, line);
  std::vector<std::uint32_t> spaces;
  for (auto i = line.first + 1; i < line.last; ++i)
    if (!text.words[i].parted && may_part(text, i) == Space::apart)
      spaces.push_back(i);
  if (spaces.empty() || texts + spaces.size() != columns || texts + 2 < columns)
    return false;
  for (auto const i : spaces)
    text.words[i].parted = true;
  return true;
}

/// Headers of narrow columns may have spaces for gutters, and then stand out of line with the texts below. Such a line
/// becomes a band of its own. True when there is one.
bool part_headers(PageText& text, std::vector<Band> const& bands, std::vector<bool>& alone) {
  bool found = false;
  std::size_t most = 0; // columns of a band above
  for (auto const& band : bands) {
    auto const columns = gutters_of(band).size() + 1;
    if (text.lines[band.first].opens_page && most > 4)
      found = part_to_count(text, text.lines[band.first], most) || found;
    most = std::max(most, columns);
    for (auto i = std::max<std::size_t>(band.first, 1); columns > 4 && i < band.last; ++i)
      if (count_texts(text, text.lines[i - 1]) <= 2 && part_to_count(text, text.lines[i], columns))
        found = alone[i] = true;
  }
  return found;
}

} // namespace

std::vector<Band> find_bands(PageText& text, std::size_t first, std::size_t last) {
  std::vector<bool> alone(text.lines.size(), false);
  auto bands = stack_bands(text, first, last, alone);
  return !text.metrics.exact && part_headers(text, bands, alone) ? stack_bands(text, first, last, alone) : bands;
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
