#include "readers/aligned/band.hpp"

#include "readers/geometry/spaces.hpp"
#include "recognition/titles.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double weight_below = 0.05;

constexpr double price_between_borders = 0.5; ///< of a text that no other stands above
constexpr std::uint32_t under_reach = 8;      ///< lines

constexpr double pressed_at_most = 4; ///< columns that extraction moves a text left of its own

/// Of a border, in columns of text that stand off their header.
constexpr double price_of_crossing = 1000, price_at_space = 5, price_of_header_left = 10;

/// A space that may be a gutter: beside a number only where another text begins just there.
bool may_be_gutter(Sheet const& sheet, std::span<Run const* const> runs, std::uint32_t word) {
  auto const space = may_part(*sheet.text, word);
  auto const x = sheet.text->words[word].x0;
  return space == Space::apart ||
         (space == Space::at_number && std::ranges::any_of(runs, [&](Run const* run) { return run->x0 == x; }));
}

/// True when what stands before the word fills the column as the texts do that begin where it begins: the next cell is
/// printed behind it with one space, wherever its column is.
bool fills_column(Sheet const& sheet, std::span<Run const* const> runs, Run const& run, std::uint32_t word) {
  auto const& text = *sheet.text;
  auto const space = may_part(text, word);
  auto const after = character_at(text.words[word].text, 0).value;
  bool const value = std::u32string_view(U"≥≤≧≦<>=＝═").find(after) != std::u32string_view::npos;
  if (space == Space::no_gutter || (space == Space::at_number && !value))
    return false;
  double width = 0, widest = 0;
  for (auto w = run.first; w < word; ++w)
    width += text.words[w].width + (w > run.first ? text.metrics.space : 0);
  std::size_t others = 0;
  for (auto const* other : runs)
    if (other != &run && other->x0 == run.x0 && sheet.page(other->line) == sheet.page(run.line) &&
        other->last - other->first == 1)
      widest = std::max(widest, other->width), ++others;
  return others >= 2 && width + text.metrics.em / 2 >= widest && width <= widest + text.metrics.em;
}

/// Runs of the band that tell where its columns are.
class Columns {
public:
  Columns(Sheet const& sheet, Band& band, std::vector<bool> const& taken) : sheet_(sheet), band_(band) {
    std::vector<bool> spans(sheet.runs.size(), false);
    for (auto const& label : band.header.labels)
      for (auto const run : label.runs)
        spans[run] = label.parent;
    for (auto run = sheet.begins[band.header.first]; run < sheet.begins[std::min(band.total, band.end)]; ++run)
      if (!taken[run] && !spans[run])
        runs_.push_back(&sheet.runs[run]);
  }

  void find() {
    for (auto const leaf : band_.leaves) {
      auto const& label = band_.header.labels[leaf];
      spans_.push_back({label.x0, label.x1});
    }
    if (auto const labels = row_labels(spans_.front().x0); labels.second > labels.first) {
      spans_.insert(spans_.begin(), {labels.first, labels.second});
      band_.first_leaf = 1;
    }
    if (sheet_.text->metrics.exact) { // places are the same on all pages
      take_full_lines(false);
      band_.borders = borders();
      return;
    }
    auto const page = sheet_.page(band_.header.first);
    auto const all = std::move(runs_);
    runs_ = of_page(all, page);
    auto const left = left_edge();
    take_full_lines(false);
    band_.borders = borders();
    auto const spans = spans_;
    for (auto next = page + 1; next <= sheet_.page(std::max(band_.end, band_.header.last) - 1); ++next) {
      runs_ = of_page(all, next);
      for (std::size_t i = 0; i < spans.size(); ++i)
        spans_[i] = {spans[i].x0 + left_edge() - left, spans[i].x1 + left_edge() - left};
      take_full_lines(true);
      band_.borders_on[next] = borders();
    }
  }

private:
  std::vector<Run const*> of_page(std::vector<Run const*> const& all, std::uint32_t page) const {
    std::vector<Run const*> out;
    std::ranges::copy_if(all, std::back_inserter(out), [&](Run const* run) { return sheet_.page(run->line) == page; });
    return out;
  }

  double left_edge() const {
    double x = far_right;
    for (auto const* run : runs_)
      x = std::min(x, run->x0);
    return x;
  }

  std::vector<double> borders() const {
    std::vector<double> out{far_left};
    for (std::size_t i = 0; i + 1 < spans_.size(); ++i)
      out.push_back(border(spans_[i].x0, spans_[i].x1, spans_[i + 1].x0, spans_[i + 1].x1));
    out.push_back(far_right);
    for (std::size_t i = 1; i < out.size(); ++i)
      out[i] = std::max(out[i], out[i - 1]);
    return out;
  }

  bool is_pressed(std::size_t column) const {
    if (column < band_.first_leaf)
      return false;
    auto const& label = band_.header.labels[band_.leaves[column - band_.first_leaf]];
    return std::ranges::any_of(label.runs, [&](std::uint32_t run) { return sheet_.runs[run].pressed; });
  }

  /// A line with a text for every column shows where those are; headers that were pressed together do not.
  void take_full_lines(bool all) {
    std::vector<Span> shown(spans_.size(), {far_right, far_left});
    for (std::size_t i = 0; i < runs_.size();) {
      auto end = i + 1;
      while (end < runs_.size() && runs_[end]->line == runs_[i]->line)
        ++end;
      if (runs_[i]->line >= band_.header.last && end - i == spans_.size())
        for (std::size_t c = 0; c < spans_.size(); ++c)
          shown[c] = {std::min(shown[c].x0, runs_[i + c]->x0), std::max(shown[c].x1, runs_[i + c]->x1)};
      i = end;
    }
    for (std::size_t c = 0; c + 1 < shown.size(); ++c)
      if (shown[c].x0 > shown[c].x1 || shown[c].x1 > shown[c + 1].x0)
        return; // none, or they contradict each other
    for (std::size_t c = 0; c < shown.size(); ++c)
      if (all || is_pressed(c))
        spans_[c] = shown[c];
  }

  /// What the texts cover that end left of the first header, unless they are the last lines of longer ones.
  std::pair<double, double> row_labels(double x) const {
    if (band_.header.kind == BandKind::indicators || band_.header.kind == BandKind::tasks)
      return {0, 0};
    double x0 = far_right, x1 = far_left;
    for (auto const* run : runs_)
      if (run->line >= band_.header.last && run->x1 <= x)
        x0 = std::min(x0, run->x0), x1 = std::max(x1, run->x1);
    bool const texts = std::ranges::any_of(
        runs_, [&](Run const* run) { return run->line >= band_.header.last && run->x0 < x1 && run->x1 > x; });
    return texts ? std::pair(0.0, 0.0) : std::pair(x0, x1);
  }

  /// Of a run that goes over the border: a space in it may be a gutter.
  double price_of_cutting(Run const& run, double at) const {
    auto const& words = sheet_.text->words;
    for (auto word = run.first + 1; word < run.last; ++word)
      if (at >= words[word - 1].x1 && at <= words[word].x0 && may_be_gutter(sheet_, runs_, word))
        return price_at_space;
    return price_of_crossing;
  }

  /// True for a text that is not wider than the header and begins at it or behind: extraction never puts a text before
  /// what it stands behind on paper.
  static bool starts_below(Run const& run, double x0, double x1) { return run.x0 >= x0 && run.x1 - run.x0 <= x1 - x0; }

  /// How far a text stands off its header: hardly when it is below it.
  static double off(Run const& run, double x0, double x1) {
    auto const apart = std::min(std::abs(run.x0 + run.x1 - x0 - x1) / 2, std::abs(run.x0 - x0));
    return run.x0 < x1 && x0 < run.x1 ? weight_below * apart : apart;
  }

  /// The border between two headers that cuts the least text and leaves the texts below their headers.
  double border(double l0, double l1, double r0, double r1) const {
    double best = (l1 + r0) / 2, least = std::numeric_limits<double>::infinity();
    std::vector<Run const*> near;
    for (auto const* run : runs_)
      if (run->x1 > l0 && run->x0 < r1)
        near.push_back(run);
    std::vector<double> places{(l1 + r0) / 2};
    for (auto const* run : near) {
      if (run->x0 > l0 && run->x0 < r1)
        places.push_back(run->x0);
      if (run->x1 > l0 && run->x1 < r1)
        places.push_back(run->x1);
      for (auto word = run->first + 1; word < run->last; ++word)
        if (sheet_.text->words[word].x0 > l0 && sheet_.text->words[word].x0 < r1)
          places.push_back(sheet_.text->words[word].x0);
    }
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
    for (auto const at : places) {
      double price = 0.01 * std::abs(at - (l1 + r0) / 2);
      for (auto const* run : near)
        price += run->x1 <= at   ? starts_below(*run, r0, r1) ? price_of_header_left : off(*run, l0, l1)
                   : run->x0 >= at ? run->x0 < r0 && starts_below(*run, l0, l1) ? price_of_header_left : off(*run, r0, r1)
                                   : price_of_cutting(*run, at);
      if (price < least)
        least = price, best = at;
    }
    return best;
  }

  struct Span {
    double x0, x1;
  };

  Sheet const& sheet_;
  Band& band_;
  std::vector<Run const*> runs_; ///< line by line
  std::vector<Span> spans_;      ///< of the headers
};

/// True for a title of the next form, or what stands above one.
bool is_title(Sheet const& sheet, std::uint32_t line) {
  auto const runs = sheet.line(line);
  return runs.size() == 1 && (recognition::read_title(runs[0].text) || recognition::is_attachment_number(runs[0].text));
}

/// The first line behind the header that is not below its columns.
void find_end(Sheet const& sheet, Band& band, std::uint32_t end, std::vector<bool> const& taken) {
  band.end = band.total = end;
  for (auto line = band.header.last; line < end; ++line) {
    if (is_title(sheet, line)) {
      band.total = band.end = line;
      return;
    }
    bool first = true;
    for (auto run = sheet.begins[line]; run < sheet.begins[line + 1]; ++run) {
      if (taken[run])
        continue;
      auto const& r = sheet.runs[run];
      bool const total = r.label.as(Role::total) && band.header.kind != BandKind::goals &&
                         band.header.kind != BandKind::measures && !r.label.as(Role::fund);
      if (total) {
        band.total = line, band.end = line + 1;
        return;
      }
      bool const pair = first && (r.label.as(Role::pair) || r.label.as(Role::goal) || r.label.as(Role::note));
      bool const beside = band.header.kind != BandKind::measures && is_side(r.label) && !r.label.numbered &&
                          r.x1 <= band.header.labels[band.leaves[0]].x0;
      if (pair && !beside && !r.label.is_level() &&
          !(band.header.kind == BandKind::measures && r.label.as(Role::fund))) {
        band.total = band.end = line;
        return;
      }
      first = false;
    }
  }
}

} // namespace

Band make_band(Sheet const& sheet, HeaderBlock header, std::uint32_t end, std::vector<bool> const& taken) {
  Band band;
  band.header = std::move(header);
  for (std::size_t i = 0; i < band.header.labels.size(); ++i)
    if (!band.header.labels[i].parent)
      band.leaves.push_back(i);
  find_end(sheet, band, end, taken);
  Columns(sheet, band, taken).find();
  for (std::size_t i = 0; i < band.leaves.size() && band.header.kind == BandKind::indicators; ++i) {
    auto const* column = band.header.labels[band.leaves[i]].label.as(Role::column);
    if (!column)
      continue;
    static constexpr std::string_view merged[] = {"level1",
                                                  "level2",
                                                  "project_name",
                                                  "project_code",
                                                  "project_category",
                                                  "implementing_unit",
                                                  "supervising_department",
                                                  "budget",
                                                  "goal"};
    if (std::ranges::find(merged, column->target) != std::end(merged))
      band.levels.push_back(static_cast<std::int16_t>(i + band.first_leaf));
    else if (column->target == "level3" && band.name < 0)
      band.name = static_cast<std::int16_t>(i + band.first_leaf);
  }
  return band;
}

std::int16_t column_of(Band const& band, double x0, double x1) {
  std::size_t best = 0;
  double most = -1;
  for (std::size_t i = 0; i + 1 < band.borders.size(); ++i)
    if (auto const inside = std::min(x1, band.borders[i + 1]) - std::max(x0, band.borders[i]); inside > most)
      most = inside, best = i;
  return static_cast<std::int16_t>(best);
}

void assign_columns(Sheet const& sheet, Band const& band, std::span<std::uint32_t const> runs, bool flush_left,
                    std::vector<std::int16_t>& columns) {
  auto const count = band.columns();
  if (runs.size() >= count && runs.size() == count) {
    for (std::size_t i = 0; i < count; ++i)
      columns[runs[i]] = static_cast<std::int16_t>(i);
    return;
  }
  auto const& borders = band.borders_of(runs.empty() ? 0 : sheet.page(sheet.runs[runs[0]].line));
  auto const price_of = [&](Run const& run, std::uint32_t index, std::size_t column) {
    for (auto above = index; above-- > sheet.begins[band.header.last];) {
      auto const& other = sheet.runs[above];
      if (run.line - other.line > under_reach || sheet.page(other.line) != sheet.page(run.line))
        break;
      if (columns[above] != static_cast<std::int16_t>(column) || other.line == run.line)
        continue;
      if (other.x0 == run.x0)
        return 0.0;
      if (flush_left && runs.size() == 1)
        return other.x0 > run.x0 ? price_between_borders * 0.5 : price_between_borders + run.x0 - other.x0;
    }
    auto const middle = (run.x0 + run.x1) / 2;
    auto const outside = std::max({0.0, borders[column] - middle, middle - borders[column + 1]});
    return outside == 0 ? price_between_borders : price_between_borders + outside;
  };
  std::vector<double> best(count + 1, 0);
  std::vector<std::vector<bool>> takes(runs.size(), std::vector<bool>(count + 1, false));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    std::vector<double> next(count + 1, impossible);
    for (std::size_t c = 0; c < count; ++c) {
      auto const here = best[c] + price_of(sheet.runs[runs[i]], runs[i], c);
      takes[i][c + 1] = here < next[c];
      next[c + 1] = std::min(here, next[c]);
    }
    best = std::move(next);
  }
  auto c = count;
  for (auto i = runs.size(); i-- > 0; --c) {
    while (c > 0 && !takes[i][c])
      --c;
    if (c == 0) { // more texts than columns
      for (std::size_t j = 0; j <= i; ++j)
        columns[runs[j]] = column_of(band, sheet.runs[runs[j]].x0, sheet.runs[runs[j]].x1);
      return;
    }
    columns[runs[i]] = static_cast<std::int16_t>(c - 1);
  }
}

std::uint32_t word_at_border(Sheet const& sheet, Band const& band, Run const& run) {
  auto const& words = sheet.text->words;
  std::vector<Run const*> near;
  for (auto other = sheet.begins[band.header.first]; other < sheet.begins[band.end]; ++other)
    near.push_back(&sheet.runs[other]);
  auto const& borders = band.borders_of(sheet.page(run.line));
  for (auto word = run.first + 1; word < run.last; ++word) {
    auto const left = words[word - 1].x1, right = words[word].x0;
    bool const at_border = std::ranges::any_of(borders, [&](double b) { return b >= left && b <= right; });
    if ((at_border && may_be_gutter(sheet, near, word)) || fills_column(sheet, near, run, word))
      return word;
  }
  // A text that reaches into the next column, and has a space between ideographs there.
  for (auto word = run.first + 1; word < run.last; ++word)
    for (auto const border : borders)
      if (may_part(*sheet.text, word) == Space::apart && border > run.x0 && border < run.x1 &&
          std::abs(words[word].x0 - border) <= pressed_at_most)
        return word;
  return 0;
}

} // namespace jixiao::aligned
