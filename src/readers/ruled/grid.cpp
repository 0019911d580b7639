#include "readers/ruled/grid.hpp"

#include <algorithm>
#include <map>

namespace jixiao {
namespace {

/// How far a bar may stand from its grid line.
constexpr int tolerance = 1;

struct Measured {
  DrawnLine narrow, wide; ///< with one and two cells for ambiguous characters
};

int right_edge(DrawnLine const& line) { return line.bars.empty() ? 0 : line.bars.back().column; }

/// The edge that most lines have under one of the two measures.
int common_edge(std::vector<Measured> const& lines) {
  std::map<int, std::size_t> count;
  for (auto const& line : lines) {
    ++count[right_edge(line.narrow)];
    if (right_edge(line.wide) != right_edge(line.narrow))
      ++count[right_edge(line.wide)];
  }
  auto const most = std::ranges::max_element(count, {}, [](auto const& entry) { return entry.second; });
  return most == count.end() ? 0 : most->first;
}

/// The columns of the grid lines, and how the bars of a line lie on them.
class LineGrid {
public:
  LineGrid(bool bars_shift, std::size_t most) : bars_shift_(bars_shift), most_(most) {}

  /// Takes in the bars of a line: those near no grid line become new ones.
  void add(std::span<Bar const> bars) {
    std::vector<int> fresh;
    walk(bars, [&](std::size_t, int column, bool on_grid) {
      if (!on_grid)
        fresh.push_back(column);
    });
    if (columns_.size() + fresh.size() > most_)
      fresh.resize(most_ - std::min(columns_.size(), most_));
    auto const old = static_cast<std::ptrdiff_t>(columns_.size());
    columns_.insert(columns_.end(), fresh.begin(), fresh.end());
    std::inplace_merge(columns_.begin(), columns_.begin() + old, columns_.end());
  }

  /// The grid lines of the bars; bars that are on none are left out, with `kept` telling which are not.
  std::vector<std::uint32_t> place(std::span<Bar const> bars, std::vector<bool>& kept) const {
    std::vector<std::uint32_t> lines;
    kept.clear();
    walk(bars, [&](std::size_t line, int, bool on_grid) {
      kept.push_back(on_grid);
      if (on_grid)
        lines.push_back(static_cast<std::uint32_t>(line));
    });
    return lines;
  }

  std::uint32_t last() const { return columns_.empty() ? 0 : static_cast<std::uint32_t>(columns_.size() - 1); }

private:
  /// Calls visit(grid line, column, on_grid) for each bar. A program that measures cells without their bars prints a
  /// line short by up to one column for each bar it lacks; what was short is added again on the way.
  template <class Visit> void walk(std::span<Bar const> bars, Visit const& visit) const {
    int shift = 0;
    std::size_t next = 0; // the first grid line that is free
    for (auto const& bar : bars) {
      auto const column = bar.column + shift;
      auto const found = nearest(column, next);
      bool const on_grid = found < columns_.size();
      visit(found, column, on_grid);
      if (!on_grid)
        continue;
      if (bars_shift_)
        shift = columns_[found] - bar.column;
      next = found + 1;
    }
  }

  /// The grid line of a bar that may be printed short by up to one column for each bar that is missing before it.
  std::size_t nearest(int column, std::size_t from) const {
    auto const first = columns_.begin() + static_cast<std::ptrdiff_t>(std::min(from, columns_.size()));
    auto const found = std::lower_bound(first, columns_.end(), column - tolerance);
    if (found == columns_.end())
      return columns_.size();
    auto const missing = bars_shift_ ? static_cast<int>(found - first) : 0;
    if (*found - missing > column + tolerance)
      return columns_.size();
    bool const next_is_nearer = *found < column && found + 1 != columns_.end() && found[1] == column;
    return static_cast<std::size_t>(found - columns_.begin()) + (next_is_nearer ? 1 : 0);
  }

  std::vector<int> columns_;
  bool bars_shift_;
  std::size_t most_;
};

/// The line's stretches between the bars that are on the grid; a bar that is on none is text.
std::vector<Stretch> join_stretches(DrawnLine const& drawn, std::vector<bool> const& kept) {
  std::vector<Stretch> joined;
  bool open = false;
  for (std::size_t i = 0; i < drawn.stretches.size(); ++i) {
    auto const& stretch = drawn.stretches[i];
    if (!kept[i] && !open)
      continue;
    if (kept[i])
      joined.push_back(stretch);
    else {
      auto& last = joined.back();
      last.text = {last.text.data(),
                   static_cast<std::size_t>(stretch.text.data() + stretch.text.size() - last.text.data())};
      last.is_rule = last.is_rule && stretch.is_rule;
    }
    open = true;
  }
  if (!joined.empty() && !kept.back() && !drawn.bars.empty())
    joined.pop_back(); // no bar closes it
  return joined;
}

/// Places the bars of a line that is shifted by more than the tolerance: as those of the line above when they are as
/// many, else the last one at the right edge.
void settle(DrawnLine const& drawn, std::vector<std::uint32_t> const& above, std::uint32_t last,
            std::vector<std::uint32_t>& bars, std::vector<bool>& kept) {
  if (drawn.bars.size() == above.size()) {
    bars = above;
    kept.assign(above.size(), true);
  } else if (!kept.back() && !bars.empty() && bars.back() < last) {
    bars.push_back(last);
    kept.back() = true;
  }
}

/// Lines with many bars first: they show the grid whole.
std::vector<DrawnLine const*> by_bars(std::vector<DrawnLine> const& lines, bool rules_only) {
  std::vector<DrawnLine const*> order;
  for (auto const& line : lines)
    if (!rules_only || line.has_rule())
      order.push_back(&line);
  std::ranges::stable_sort(order, std::greater{}, [](DrawnLine const* line) { return line->bars.size(); });
  return order;
}

} // namespace

std::vector<GridLine> find_grid(std::span<Line const> lines, RuleStyle style, std::size_t most_bars) {
  std::vector<Measured> measured;
  for (auto const& line : lines)
    measured.push_back({draw_line(line.text, style, 1, most_bars), draw_line(line.text, style, 2, most_bars)});
  auto const edge = common_edge(measured);
  std::vector<DrawnLine> drawn;
  for (auto& line : measured)
    drawn.push_back(right_edge(line.wide) == edge && right_edge(line.narrow) != edge ? std::move(line.wide)
                                                                                     : std::move(line.narrow));
  bool const ruled = std::ranges::any_of(drawn, &DrawnLine::has_rule);
  LineGrid grid(!ruled, most_bars);
  // Rules have no text that could shift them, and show each bar there is: another is a part of a text.
  for (auto const* line : by_bars(drawn, ruled))
    grid.add(line->bars);
  std::vector<GridLine> placed;
  std::vector<bool> kept;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto bars = grid.place(drawn[i].bars, kept);
    if (std::ranges::find(kept, false) != kept.end())
      settle(drawn[i], placed.empty() ? std::vector<std::uint32_t>{} : placed.back().bars, grid.last(), bars, kept);
    placed.push_back({&lines[i], std::move(bars), join_stretches(drawn[i], kept)});
  }
  return placed;
}

} // namespace jixiao
