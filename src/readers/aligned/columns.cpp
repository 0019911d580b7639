#include "readers/aligned/columns.hpp"

#include "readers/aligned/assign.hpp"
#include "readers/aligned/in_order.hpp"
#include "readers/aligned/page_columns.hpp"
#include "readers/geometry/spaces.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>

namespace jixiao::aligned {

namespace {

using recognition::Role;

constexpr double weight_below = 0.05, weight_of_prose = 0.1;

/// Of a border, in columns of text that stand off their header.
constexpr double price_of_crossing = 100, price_at_space = 5, price_of_header_left = 10,
                 price_of_no_text = 5; ///< of goals, on one side of a border

/// Runs of the band that tell where its columns are.
class Columns {
public:
  Columns(Sheet const& sheet, Band& band, std::vector<bool> const& taken) : sheet_(sheet), band_(band) {
    std::vector<bool> spans(sheet.runs.size(), false);
    auto const& labels = band.header.labels;
    for (std::size_t i = 0; i < labels.size(); ++i)
      for (auto const run : labels[i].runs)
        spans[run] = labels[i].parent || (i + 1 < labels.size() && labels[i + 1].merged);
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
      auto const moved = place_on_page(spans, left);
      for (std::size_t i = 0; i < spans.size(); ++i)
        spans_[i] = {moved(spans[i].x0), moved(spans[i].x1)};
      spans_ = columns_on_page(band_, runs_, spans, spans_);
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

  /// The middle of the labels of a level on the page.
  std::optional<double> middle_of_level(std::string_view target) const {
    double sum = 0;
    int count = 0;
    for (auto const* run : runs_) {
      auto const& label = run->label;
      if (label.rest == 0 && length_of(run->text) > 3 && (target == "level1" ? label.level1 : label.level2) >= 0)
        sum += (run->x0 + run->x1) / 2, ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
  }

  /// How places on the first page lie on this one: as the labels of both levels do, or as the left edge.
  std::function<double(double)> place_on_page(std::vector<Span> const& spans, double left) const {
    struct Anchor {
      double from, to;
    };
    std::vector<Anchor> anchors;
    for (std::size_t i = band_.first_leaf; i < spans.size(); ++i) {
      auto const* column = band_.header.labels[band_.leaves[i - band_.first_leaf]].label.as(Role::column);
      if (column && (column->target == "level1" || column->target == "level2"))
        if (auto const middle = middle_of_level(column->target))
          anchors.push_back({(spans[i].x0 + spans[i].x1) / 2, *middle});
    }
    if (anchors.size() == 2 && anchors[0].to < anchors[1].to)
      return [from = anchors[0].from, to = anchors[0].to,
              scale = (anchors[1].to - anchors[0].to) / (anchors[1].from - anchors[0].from)](double x) {
        return to + scale * (x - from);
      };
    return [by = left_edge() - left](double x) { return x + by; };
  }

  std::vector<double> borders() {
    starts_ = Starts(runs_);
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
      if (runs_[i]->line >= band_.header.last)
        show(std::span(runs_).subspan(i, end - i), shown);
      i = end;
    }
    double right = far_left;
    for (auto const& [x0, x1] : shown)
      if (x0 <= x1) {
        if (x0 < right)
          return; // they contradict each other
        right = x1;
      }
    for (std::size_t c = 0; c < shown.size(); ++c)
      if (shown[c].x0 <= shown[c].x1 && (all || is_pressed(c)))
        spans_[c] = shown[c];
  }

  /// Adds where the texts of a line stand that has one for every column, or for nearly all: what they hold tells which.
  void show(std::span<Run const* const> line, std::vector<Span>& shown) const {
    constexpr std::size_t fewest = 4, most_work = 10'000;
    auto const n = line.size(), m = spans_.size();
    if (n > m || (n < m && n < fewest) || n * m > most_work)
      return;
    auto const price = [&](std::size_t i, std::size_t c) {
      auto const apart = std::abs(line[i]->x0 + line[i]->x1 - spans_[c].x0 - spans_[c].x1) / 2;
      return weight_below * apart + price_of_content(band_, *line[i], c);
    };
    auto const columns = put_in_order(n, m, price).columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      auto& span = shown[columns[i]];
      span = {std::min(span.x0, line[i]->x0), std::max(span.x1, line[i]->x1)};
    }
  }

  /// What the texts cover that end left of the first header, unless they are the last lines of longer ones.
  std::pair<double, double> row_labels(double x) const {
    if (band_.header.kind != BandKind::measures && band_.header.kind != BandKind::goals)
      return {0, 0};
    double x0 = far_right, x1 = far_left;
    bool beside = true;
    for (auto const* run : runs_)
      if (run->line >= band_.header.last && run->x1 <= x) {
        x0 = std::min(x0, run->x0), x1 = std::max(x1, run->x1);
        beside = beside && is_side(run->label);
      }
    if (beside)
      return {0, 0};
    bool const texts = std::ranges::any_of(
        runs_, [&](Run const* run) { return run->line >= band_.header.last && run->x0 < x1 && run->x1 > x; });
    return texts ? std::pair(0.0, 0.0) : std::pair(x0, x1);
  }

  /// Of a run that goes over the border: a space in it may be a gutter.
  double price_of_cutting(Run const& run, double at) const {
    auto const& words = sheet_.text->words;
    bool const list = band_.header.kind == BandKind::lists && begins_list(run.text);
    for (auto word = run.first + 1; word < run.last && !list; ++word)
      if (at >= words[word - 1].x1 && at <= words[word].x0 && may_be_gutter(sheet_, starts_, word))
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

  /// Where texts begin behind others that stand below the left one of two headers: those are of the right one, wherever
  /// it stands.
  static std::vector<double> starts_behind(std::span<Run const* const> near, double l0, double l1) {
    std::vector<double> out;
    for (std::size_t i = 1; i < near.size(); ++i) {
      auto const &left = *near[i - 1], &right = *near[i];
      if (left.line == right.line && left.x0 < l1 && l0 < left.x1 && right.x0 >= l1)
        out.push_back(right.x0);
    }
    std::ranges::sort(out);
    return out;
  }

  bool has_texts_beside(double at) const {
    bool left = false, right = false;
    for (auto const* run : runs_)
      if (run->line >= band_.header.last)
        left = left || run->x1 <= at, right = right || run->x0 >= at;
    return left && right;
  }

  static bool is_near(std::span<double const> sorted, double x) {
    constexpr double reach = 2; // columns
    auto const found = std::ranges::lower_bound(sorted, x - reach);
    return found != sorted.end() && *found <= x + reach;
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
    auto const behind = starts_behind(near, l0, l1);
    bool const prose = band_.header.kind == BandKind::goals; // its lines begin anywhere, and both are told of
    auto const scale = prose ? weight_of_prose : 1.0;
    for (auto const at : places) {
      double price = 0.01 * std::abs(at - (l1 + r0) / 2) + (prose && !has_texts_beside(at) ? price_of_no_text : 0);
      for (auto const* run : near) {
        bool const right = is_near(behind, run->x0);
        if (run->x1 <= at)
          price += right || starts_below(*run, r0, r1) ? price_of_header_left : scale * off(*run, l0, l1);
        else if (run->x0 >= at)
          price +=
              !right && run->x0 < r0 && starts_below(*run, l0, l1) ? price_of_header_left : scale * off(*run, r0, r1);
        else
          price += price_of_cutting(*run, at);
      }
      if (price < least)
        least = price, best = at;
    }
    return best;
  }

  Sheet const& sheet_;
  Band& band_;
  std::vector<Run const*> runs_; ///< line by line
  std::vector<Span> spans_;      ///< of the headers
  Starts starts_{{}};            ///< of the runs
};

} // namespace

Starts::Starts(std::vector<Run const*> runs) : runs_(std::move(runs)) { std::ranges::stable_sort(runs_, {}, &Run::x0); }

std::span<Run const* const> Starts::at(double x) const {
  auto const first = std::ranges::lower_bound(runs_, x, {}, &Run::x0),
             last = std::ranges::upper_bound(runs_, x, {}, &Run::x0);
  return {first, last};
}

bool may_be_gutter(Sheet const& sheet, Starts const& starts, std::uint32_t word) {
  auto const space = may_part(*sheet.text, word);
  return space == Space::apart || (space == Space::at_number && !starts.at(sheet.text->words[word].x0).empty());
}

void find_columns(Sheet const& sheet, Band& band, std::vector<bool> const& taken) {
  Columns(sheet, band, taken).find();
}

} // namespace jixiao::aligned
