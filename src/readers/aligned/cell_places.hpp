#pragma once

#include "readers/aligned/stretch.hpp"

#include <limits>

namespace jixiao::aligned {

/// Where the lines of a row's cells stand to each other: about one middle, or under one top.
class CellPlaces {
public:
  /// Of a table whose cells stand so. `loose`: their middles may be half a line apart.
  CellPlaces(Sheet const& sheet, Stretch const& stretch, Stand stand, bool loose)
      : sheet_(sheet), stretch_(stretch), stand_(stand), loose_(loose) {}

  /// The lines [first, last) as a row whose cells stand so; `page` is where it goes on over a page, `last` when it does
  /// not.
  void begin(std::uint32_t first, std::uint32_t last, std::uint32_t page, Stand as);

  /// Gives the lines of a cell their places; false when they contradict those of the cells before.
  bool put(RowCell const& cell);

  /// True when the row begins and ends with a line of its own.
  bool is_bound() const { return places_.front() != no_place && places_.back() != no_place; }

  /// Lines of the row that not even its tallest cell has.
  double bare_lines(std::span<RowCell const> cells) const;

private:
  static constexpr int no_place = std::numeric_limits<int>::min();

  int place_of(RowCell const& cell, std::size_t index) const;
  int height_at(std::uint32_t line) const;
  bool is_in_middle(RowCell const& cell, std::size_t index) const;
  bool is_under_top(RowCell const& cell, std::size_t index) const;
  bool may_follow(std::uint32_t above, std::uint32_t below) const;
  bool may_stand(RowCell const& cell, std::size_t index) const;
  void find_bounds();

  Sheet const& sheet_;
  Stretch const& stretch_;
  Stand stand_;
  bool loose_;
  std::uint32_t first_ = 0, last_ = 0, page_ = 0;
  Stand as_ = Stand::middle;                      ///< of the row
  std::vector<int> places_;                       ///< by line, in half lines, of its middle about that of the row
  std::vector<int> highest_above_, lowest_below_; ///< by line, of the places of the others
};

} // namespace jixiao::aligned
