#include "readers/lattice/cells.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>
#include <utility>

namespace jixiao::lattice {
namespace {

constexpr float same_place = 3; // lines nearer than this are one line, or a double one
constexpr float beyond = 6;     // lines that run this much past the last one across them need it closed
constexpr std::size_t most_places = 4'000;
constexpr std::size_t most_squares = 400'000;

/// Places of lines, each with all lines that are as good as there.
std::vector<float> places_of(std::vector<Line> const& lines) {
  std::vector<float> all;
  for (auto const& line : lines)
    all.push_back(line.at);
  std::ranges::sort(all);
  std::vector<float> places;
  for (std::size_t first = 0; first < all.size();) {
    auto last = first + 1;
    while (last < all.size() && all[last] - all[last - 1] <= same_place && all[last] - all[first] <= 2 * same_place)
      ++last;
    places.push_back((all[first] + all[last - 1]) / 2);
    first = last;
  }
  return places;
}

/// Closes a side where at least two lines run past the last place on it, or one that begins there: it parts two cells
/// of a column that has no line of its own.
struct Side {
  bool closed = false;
  float at = 0;
};

Side close(std::vector<float>& ends, bool one_begins_there) {
  if (ends.size() < 2 && !(ends.size() == 1 && one_begins_there))
    return {};
  std::ranges::sort(ends);
  return {true, ends[ends.size() / 2]};
}

Side close_low(std::vector<Line> const& lines, float first) {
  std::vector<float> ends;
  bool outside = false;
  for (auto const& line : lines)
    if (line.from < first - beyond) {
      ends.push_back(line.from);
      outside = line.to < first + same_place;
    }
  return close(ends, outside);
}

Side close_high(std::vector<Line> const& lines, float last) {
  std::vector<float> ends;
  bool outside = false;
  for (auto const& line : lines)
    if (line.to > last + beyond) {
      ends.push_back(line.to);
      outside = line.from > last - same_place;
    }
  return close(ends, outside);
}

/// Which sides of the grid's squares are drawn.
class Squares {
public:
  Squares(Lattice const& table, Lines const& lines)
      : columns_(table.columns()), rows_(table.rows()), right_(columns_ * rows_), below_(columns_ * rows_) {
    for (auto const& line : lines.down) {
      auto const place = index_of(table.xs, line.at);
      if (place > 0 && place < columns_)
        mark(table.ys, line, [&](std::size_t y) { right_[y * columns_ + place - 1] = true; });
    }
    for (auto const& line : lines.across) {
      auto const place = index_of(table.ys, line.at);
      if (place > 0 && place < rows_)
        mark(table.xs, line, [&](std::size_t x) { below_[(place - 1) * columns_ + x] = true; });
    }
  }

  bool wall_right(std::size_t x, std::size_t y) const { return x + 1 == columns_ || right_[y * columns_ + x]; }
  bool wall_below(std::size_t x, std::size_t y) const { return y + 1 == rows_ || below_[y * columns_ + x]; }

private:
  static std::size_t index_of(std::vector<float> const& places, float at) {
    auto const after = static_cast<std::size_t>(std::ranges::lower_bound(places, at) - places.begin());
    if (after == 0)
      return 0;
    return after == places.size() || at - places[after - 1] < places[after] - at ? after - 1 : after;
  }

  /// A line that covers most of a square's side is its wall.
  template <class Mark> static void mark(std::vector<float> const& places, Line const& line, Mark set) {
    auto const from = std::ranges::upper_bound(places, line.from) - places.begin();
    for (auto i = static_cast<std::size_t>(std::max<std::ptrdiff_t>(from - 1, 0));
         i + 1 < places.size() && places[i] < line.to; ++i) {
      auto const covered = std::min(line.to, places[i + 1]) - std::max(line.from, places[i]);
      if (covered > 0.6F * (places[i + 1] - places[i]))
        set(i);
    }
  }

  std::size_t columns_, rows_;
  std::vector<bool> right_, below_;
};

/// Squares between which no wall stands are one cell. What is no rectangle is cut into such.
class CellMaker {
public:
  CellMaker(Lattice& table, Squares const& squares)
      : table_(table), squares_(squares), columns_(table.columns()), rows_(table.rows()), parents_(columns_ * rows_) {
    std::iota(parents_.begin(), parents_.end(), 0U);
    table_.cell_at.assign(columns_ * rows_, none);
  }

  void run() {
    for (std::size_t y = 0; y < rows_; ++y)
      for (std::size_t x = 0; x < columns_; ++x) {
        if (!squares_.wall_right(x, y))
          join(y * columns_ + x, y * columns_ + x + 1);
        if (!squares_.wall_below(x, y))
          join(y * columns_ + x, (y + 1) * columns_ + x);
      }
    measure();
    for (std::size_t y = 0; y < rows_; ++y)
      for (std::size_t x = 0; x < columns_; ++x)
        if (table_.cell_at[y * columns_ + x] == none)
          add(x, y);
  }

private:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  struct Extent {
    std::size_t x0 = none, x1 = 0, y0 = none, y1 = 0, squares = 0; ///< up to x1 and y1, these included
  };

  std::size_t find(std::size_t i) {
    while (parents_[i] != i)
      i = parents_[i] = parents_[parents_[i]];
    return i;
  }

  void join(std::size_t a, std::size_t b) { parents_[find(b)] = static_cast<std::uint32_t>(find(a)); }

  void measure() {
    extents_.resize(parents_.size());
    for (std::size_t y = 0; y < rows_; ++y)
      for (std::size_t x = 0; x < columns_; ++x) {
        auto& extent = extents_[find(y * columns_ + x)];
        extent.x0 = std::min(extent.x0, x), extent.x1 = std::max(extent.x1, x);
        extent.y0 = std::min(extent.y0, y), extent.y1 = std::max(extent.y1, y);
        ++extent.squares;
      }
  }

  void add(std::size_t x, std::size_t y) {
    auto const& extent = extents_[find(y * columns_ + x)];
    auto x1 = extent.x1, y1 = extent.y1;
    if (extent.squares != (extent.x1 - extent.x0 + 1) * (extent.y1 - extent.y0 + 1))
      std::tie(x1, y1) = grow(x, y);
    auto const index = static_cast<std::uint32_t>(table_.cells.size());
    table_.cells.push_back({static_cast<std::uint16_t>(x), static_cast<std::uint16_t>(y),
                            static_cast<std::uint16_t>(x1 - x + 1), static_cast<std::uint16_t>(y1 - y + 1)});
    for (auto row = y; row <= y1; ++row)
      std::fill_n(table_.cell_at.begin() + static_cast<std::ptrdiff_t>(row * columns_ + x), x1 - x + 1, index);
  }

  /// The widest rectangle without a wall from here on, then the highest.
  std::pair<std::size_t, std::size_t> grow(std::size_t x, std::size_t y) {
    auto const free = [&](std::size_t i) { return table_.cell_at[i] == none; };
    auto x1 = x, y1 = y;
    while (!squares_.wall_right(x1, y) && free(y * columns_ + x1 + 1))
      ++x1;
    for (; y1 + 1 < rows_; ++y1)
      for (auto column = x; column <= x1; ++column) {
        bool const inner = column < x1 && squares_.wall_right(column, y1 + 1);
        if (squares_.wall_below(column, y1) || inner || !free((y1 + 1) * columns_ + column))
          return {x1, y1};
      }
    return {x1, y1};
  }

  Lattice& table_;
  Squares const& squares_;
  std::size_t columns_, rows_;
  std::vector<std::uint32_t> parents_;
  std::vector<Extent> extents_;
};

/// Marks the cells at a table's upper and lower end that no line closes.
void mark_open(Lattice& table, std::vector<Line> const& across) {
  constexpr float most_of_side = 0.6F;
  auto const is_drawn = [&](float at, float from, float to) {
    float drawn = 0;
    for (auto const& line : across)
      if (std::abs(line.at - at) <= same_place)
        drawn += std::max(std::min(line.to, to) - std::max(line.from, from), 0.0F);
    return drawn > most_of_side * (to - from);
  };
  for (auto& cell : table.cells) {
    auto const box = table.box_of(cell);
    cell.open_top = cell.y == 0 && !is_drawn(box.y0, box.x0, box.x1);
    cell.open_bottom = std::size_t{cell.y} + cell.y_span == table.rows() && !is_drawn(box.y1, box.x0, box.x1);
  }
}

} // namespace

std::optional<Lattice> make_lattice(Lines const& lines) {
  Lattice table;
  table.xs = places_of(lines.down);
  table.ys = places_of(lines.across);
  auto const left = close_low(lines.across, table.xs.front()), right = close_high(lines.across, table.xs.back());
  auto const top = close_low(lines.down, table.ys.front()), bottom = close_high(lines.down, table.ys.back());
  if (left.closed)
    table.xs.insert(table.xs.begin(), left.at);
  if (right.closed)
    table.xs.push_back(right.at);
  if (top.closed)
    table.ys.insert(table.ys.begin(), top.at);
  if (bottom.closed)
    table.ys.push_back(bottom.at);
  table.open_top = top.closed, table.open_bottom = bottom.closed;
  table.open_left = left.closed, table.open_right = right.closed;
  if (table.xs.size() < 2 || table.ys.size() < 2 || table.xs.size() > most_places || table.ys.size() > most_places ||
      table.columns() * table.rows() > most_squares)
    return {};
  Squares const squares(table, lines);
  CellMaker(table, squares).run();
  mark_open(table, lines.across);
  return table;
}

} // namespace jixiao::lattice
