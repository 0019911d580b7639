#include "readers/aligned/groups.hpp"

#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <limits>

namespace jixiao::aligned {

namespace {

constexpr std::size_t most_rows = 60; ///< on either side of a label
constexpr std::size_t most_lines = 6;
constexpr double price_of_known = 0.1, price_of_unknown = 0.3; ///< a label that the vocabulary has, or lacks
constexpr double price_of_room = 2.0, price_of_wrap = 0.1;     ///< between lines of an unknown label
constexpr double price_of_whole = 0.35;                        ///< the same, of lines that are as long as labels are
constexpr double price_of_bare_row = 2.0, price_of_own_row = 2.0, price_of_empty_row = 0.5, price_of_cut = 1.0;
constexpr double price_of_row_along = 2.0; ///< that is beside another label
constexpr double close_call = 0.2;         ///< lines: a border that fits as well within this is no sure one
constexpr double price_of_each_row = 0.01; ///< of two places as good, the one with fewer rows

} // namespace

std::vector<RunList> make_labels(Sheet const& sheet, RunList const& runs, double width, bool of_groups) {
  for (auto const run : runs)
    width = std::max(width, sheet.runs[run].width);
  std::vector<double> best(runs.size() + 1, impossible);
  std::vector<std::size_t> from(runs.size() + 1, 0);
  best[0] = 0;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    double joins = 0;
    for (auto j = i + 1; j <= std::min(runs.size(), i + most_lines); ++j) {
      if (j > i + 1) {
        auto const &above = sheet.runs[runs[j - 2]], &below = sheet.runs[runs[j - 1]];
        if (below.line > above.line + 4 || below.line == above.line)
          break;
        bool const room = above.width + first_unit(above.text, below.text, sheet.text->metrics.em) <= width;
        bool const whole = of_groups && std::min(above.text.size(), below.text.size()) >= shortest_label;
        joins += room ? price_of_room : whole ? price_of_whole : price_of_wrap;
      }
      auto const label = label_of(sheet, std::span(runs).subspan(i, j - i));
      // 决策 and 过程 are groups of level 1 each, though 决策过程 is one of level 2.
      bool const groups =
          j > i + 1 && label.level1 < 0 &&
          std::all_of(runs.begin() + static_cast<std::ptrdiff_t>(i), runs.begin() + static_cast<std::ptrdiff_t>(j),
                      [&](auto run) { return sheet.runs[run].label.level1 >= 0; });
      bool const known = !groups && (label.is_level() || label.known());
      if (auto const price = best[i] + (known ? price_of_known : price_of_unknown + joins); price < best[j])
        best[j] = price, from[j] = i;
    }
  }
  std::vector<RunList> labels;
  for (auto j = runs.size(); j > 0; j = from[j])
    labels.emplace_back(runs.begin() + static_cast<std::ptrdiff_t>(from[j]),
                        runs.begin() + static_cast<std::ptrdiff_t>(j));
  std::ranges::reverse(labels);
  return labels;
}

GroupRules rules_beside(std::vector<bool> const& rows, std::size_t labels, std::vector<bool> cuts) {
  GroupRules rules{std::move(cuts), std::vector(labels, rows), {}};
  for (bool const free : rows)
    rules.bare.push_back(free ? price_of_bare_row : 0);
  return rules;
}

namespace {

/// The least price of the rows up to each, when a label and all before it are placed: known near the label, behind it
/// no other stands beside the rows.
class PricesNear {
public:
  /// `bare` holds the prices of the first rows without a label.
  explicit PricesNear(std::vector<double> const& bare) : bare_(&bare), price_{0} {}
  PricesNear(std::vector<double> const& bare, std::size_t first, std::size_t last)
      : bare_(&bare), first_(first), price_(last - first + 1, impossible) {}

  std::size_t last() const { return first_ + price_.size() - 1; }
  double& operator[](std::size_t row) { return price_[row - first_]; }
  double at(std::size_t row) const {
    return row < first_   ? impossible
           : row > last() ? price_.back() + (*bare_)[row] - (*bare_)[last()]
                          : price_[row - first_];
  }

private:
  std::vector<double> const* bare_;
  std::size_t first_ = 0;
  std::vector<double> price_;
};

} // namespace

std::vector<Group> place_groups(Sheet const& sheet, Ruler const& ruler, std::vector<RunList> const& labels,
                                std::size_t first, std::size_t last, GroupRules const& rules) {
  struct Step {
    std::size_t from = 0;
    bool placed = false;
  };
  struct Steps {
    std::size_t first = 0;
    std::vector<Step> near;
  };
  auto const n = last - first;
  std::vector<Steps> steps(labels.size());
  auto const bare = [&](std::size_t row) { return rules.bare.empty() ? price_of_bare_row : rules.bare[row]; };
  std::vector<double> bare_up_to(n + 1, 0);
  for (std::size_t r = 1; r <= n; ++r)
    bare_up_to[r] = bare_up_to[r - 1] + bare(first + r - 1);
  PricesNear before(bare_up_to);
  auto const cut = [&](std::size_t row) { return row < rules.cuts.size() && rules.cuts[row] ? price_of_cut : 0; };
  auto const is_free = [&](std::size_t label, std::size_t row) { return rules.free.empty() || rules.free[label][row]; };
  for (std::size_t l = 0; l < labels.size(); ++l) {
    auto const own = !rules.alone.empty() && rules.alone[l] ? price_of_empty_row : price_of_own_row;
    auto const along = ruler.rows_along(sheet, labels[l]);
    auto const outside = [&](std::size_t i, std::size_t j) {
      auto const from = std::max(along.first, first), to = std::max(from, std::min(along.second, last));
      auto const inside = std::min(j, to) > std::max(i, from) ? std::min(j, to) - std::max(i, from) : 0;
      return price_of_row_along * static_cast<double>(to - from - inside);
    };
    auto const near = std::clamp(ruler.row_near(sheet.runs[labels[l].front()].line), first, last) - first;
    auto const begin = near > most_rows ? near - most_rows : 0, end = std::min(n, near + most_rows);
    PricesNear after(bare_up_to, begin, end);
    steps[l] = {begin, std::vector<Step>(end - begin + 1)};
    auto const take = [&](std::size_t row, double price, Step step) {
      if (price < after[row])
        after[row] = price, steps[l].near[row - begin] = step;
    };
    for (auto i = begin; i <= end; ++i) {
      take(i, before.at(i) + own, {i, true});
      double against = 0;
      for (auto j = i + 1; j <= end && is_free(l, first + j - 1); ++j) {
        against += rules.against.empty() ? 0 : rules.against[l][first + j - 1];
        auto const least = before.at(i) + against + price_of_each_row * static_cast<double>(j - i);
        if (least < after[j]) // a misfit is dear to find
          take(j,
               least + ruler.misfit(sheet, labels[l], first + i, first + j) + outside(first + i, first + j) +
                   cut(first + i) + cut(first + j),
               {i, true});
      }
    }
    for (auto r = begin + 1; r <= end; ++r)
      take(r, after[r - 1] + bare(first + r - 1), {});
    before = after;
  }
  std::vector<Group> groups(labels.size());
  auto end = n;
  for (auto l = labels.size(); l-- > 0;) {
    auto const& own = steps[l];
    end = std::min(end, own.first + own.near.size() - 1);
    while (end > own.first && !own.near[end - own.first].placed)
      --end;
    auto const from = end < own.first ? end : own.near[end - own.first].from;
    groups[l] = {labels[l], first + from, first + end};
    end = from;
  }
  // A border that could as well be a row higher or lower is no sure one.
  auto const fit = [&](std::size_t l, std::size_t from, std::size_t to) {
    double against = 0;
    for (auto r = from; r < to && !rules.against.empty(); ++r)
      against += rules.against[l][r];
    return from < to ? against + ruler.misfit(sheet, groups[l].runs, from, to) : impossible;
  };
  for (std::size_t l = 0; l + 1 < groups.size(); ++l) {
    auto &a = groups[l], &b = groups[l + 1];
    if (a.first == a.last || b.first == b.last || a.last != b.first)
      continue;
    auto const now = fit(l, a.first, a.last) + fit(l + 1, b.first, b.last);
    auto const less = fit(l, a.first, a.last - 1) + fit(l + 1, b.first - 1, b.last),
               more = fit(l, a.first, a.last + 1) + fit(l + 1, b.first + 1, b.last);
    a.last_sure = less >= now + close_call;
    b.first_sure = more >= now + close_call;
  }
  return groups;
}

Group place_alone(Sheet const& sheet, Ruler const& ruler, RunList label, std::size_t first, std::size_t last,
                  std::vector<bool> const& free) {
  auto const top = std::clamp(ruler.row_near(sheet.runs[label.front()].line), first, last - 1);
  Group best{std::move(label), top, top};
  double least = impossible;
  for (auto from = top + 1; from-- > first && top - from < most_rows;) {
    if (!free[from] && from < top)
      break;
    for (auto to = from + 1; to <= last && to - from < most_rows && free[to - 1]; ++to) {
      auto const price = ruler.misfit(sheet, best.runs, from, to) + price_of_each_row * static_cast<double>(to - from);
      if (price < least)
        least = price, best.first = from, best.last = to;
    }
  }
  return best;
}

} // namespace jixiao::aligned
