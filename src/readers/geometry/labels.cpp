#include "readers/geometry/labels.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace jixiao {
namespace {

constexpr std::size_t most_rows = 60; ///< that a label may stand beside, on either side of its middle

/// What speaks against a place, in the price of a row.
constexpr double price_of_pitch_off = 2.0, price_of_bare_row = 0.25, price_of_cutting_label = 1.0,
                 price_of_own_row = 2.5;

/// The lines of one label.
struct Label {
  GridCell cell;
  double top = 0, bottom = 0;
  double middle() const { return (top + bottom) / 2; }
};

struct RowExtent {
  double top = std::numeric_limits<double>::infinity(), bottom = -std::numeric_limits<double>::infinity();
};

std::vector<RowExtent> extents_of(ColumnText const& columns, std::vector<GridRow> const& rows) {
  std::vector<RowExtent> extents(rows.size());
  for (std::size_t r = 0; r < rows.size(); ++r)
    for (auto const& cell : rows[r])
      for (auto const i : cell.segments) {
        extents[r].top = std::min(extents[r].top, columns.segments[i].y);
        extents[r].bottom = std::max(extents[r].bottom, columns.segments[i].y);
      }
  return extents;
}

/// The labels of each first column, from top to bottom: lines at the pitch are one label.
std::map<std::uint16_t, std::vector<Label>> collect(PageText const& text, ColumnText const& columns,
                                                    std::vector<std::uint32_t> const& segments) {
  std::map<std::uint16_t, std::vector<Label>> labels;
  for (auto const i : segments) {
    auto const& segment = columns.segments[i];
    auto& column = labels[segment.c0];
    if (column.empty() || segment.y - column.back().bottom > 1.02 * text.pitch)
      column.push_back({{segment.c0, segment.c1, 1, {}}, segment.y, segment.y});
    auto& label = column.back();
    label.cell.segments.push_back(i);
    label.cell.c1 = std::max(label.cell.c1, segment.c1);
    label.bottom = segment.y;
  }
  return labels;
}

/// Lays the labels of one column over the rows at least cost, in order.
class LabelSearch {
public:
  LabelSearch(std::vector<RowExtent> const& rows, std::vector<bool> const& inside, double pitch)
      : rows_(rows), inside_(inside), pitch_(pitch) {}

  struct Range {
    std::size_t first = 0, last = 0; ///< rows [first, last); none: a row of its own before `first`
  };

  double run(std::vector<Label> const& labels, std::vector<Range>& ranges) {
    auto const n = rows_.size();
    std::vector<std::vector<Step>> steps;
    std::vector<double> before(n + 1);
    for (std::size_t r = 0; r <= n; ++r)
      before[r] = price_of_bare_row * static_cast<double>(r);
    for (auto const& label : labels)
      before = extend(label, before, steps.emplace_back(n + 1));
    ranges.assign(labels.size(), {});
    auto end = n;
    for (auto l = labels.size(); l-- > 0;) {
      while (!steps[l][end].placed)
        --end;
      ranges[l] = {steps[l][end].first, end};
      end = steps[l][end].first;
    }
    return before[n];
  }

private:
  struct Step {
    std::size_t first = 0;
    bool placed = false; ///< the label ends here; else the row above is bare
  };

  /// Least prices of the labels so far for the rows up to each.
  std::vector<double> extend(Label const& label, std::vector<double> const& before, std::vector<Step>& steps) {
    auto const n = rows_.size();
    std::vector<double> after(n + 1, std::numeric_limits<double>::infinity());
    auto const near = static_cast<std::size_t>(std::ranges::lower_bound(rows_, label.middle(), {}, &RowExtent::bottom) -
                                               rows_.begin());
    auto const begin = near > most_rows ? near - most_rows : 0, end = std::min(n, near + most_rows);
    for (auto first = begin; first <= std::min(near + 1, n); ++first) {
      if (before[first] + price_of_own_row < after[first])
        after[first] = before[first] + price_of_own_row, steps[first] = {first, true};
      for (auto last = std::max(first + 1, near); last <= end; ++last)
        if (auto const price = before[first] + price_of(label, first, last); price < after[last])
          after[last] = price, steps[last] = {first, true};
    }
    for (std::size_t r = 1; r <= n; ++r)
      if (after[r - 1] + price_of_bare_row < after[r])
        after[r] = after[r - 1] + price_of_bare_row, steps[r] = {0, false};
    return after;
  }

  double price_of(Label const& label, std::size_t first, std::size_t last) const {
    auto const middle = (rows_[first].top + rows_[last - 1].bottom) / 2;
    auto const cuts = (inside_[first] ? 1 : 0) + (inside_[last] ? 1 : 0);
    return std::abs(middle - label.middle()) / pitch_ * price_of_pitch_off + cuts * price_of_cutting_label;
  }

  std::vector<RowExtent> const& rows_;
  std::vector<bool> const& inside_; ///< by row: a label nearer to the rows began above and goes on here
  double pitch_;
};

struct Placed {
  Label label;
  LabelSearch::Range range;
};

/// Puts the labels into their rows; those without one into rows of their own.
void insert(std::vector<Placed> placed, std::vector<GridRow>& rows) {
  std::vector<GridRow> all;
  std::ranges::stable_sort(placed, {}, [](Placed const& p) { return std::pair(p.range.first, p.label.top); });
  auto next = placed.begin();
  for (std::size_t r = 0; r <= rows.size(); ++r) {
    GridRow labels;
    for (; next != placed.end() && next->range.first == r; ++next)
      if (next->range.last == r)
        all.push_back({next->label.cell});
      else
        next->label.cell.y_span = static_cast<std::uint32_t>(next->range.last - r), labels.push_back(next->label.cell);
    if (r == rows.size())
      break;
    all.push_back(std::move(rows[r]));
    all.back().insert(all.back().begin(), labels.begin(), labels.end());
    std::ranges::stable_sort(all.back(), {}, &GridCell::c0);
  }
  rows = std::move(all);
}

} // namespace

double place_labels(PageText const& text, ColumnText const& columns, std::vector<std::uint32_t> const& labels,
                    std::vector<GridRow>& rows) {
  auto const extents = extents_of(columns, rows);
  auto const by_column = collect(text, columns, labels);
  std::vector<bool> inside(rows.size() + 1, false);
  std::vector<Placed> placed;
  double price = 0;
  for (auto column = by_column.rbegin(); column != by_column.rend(); ++column) {
    std::vector<LabelSearch::Range> ranges;
    price += LabelSearch(extents, inside, text.pitch).run(column->second, ranges);
    for (std::size_t i = 0; i < ranges.size(); ++i) {
      for (auto r = ranges[i].first + 1; r < ranges[i].last; ++r)
        inside[r] = true;
      placed.push_back({column->second[i], ranges[i]});
    }
  }
  insert(std::move(placed), rows);
  return price;
}

} // namespace jixiao
