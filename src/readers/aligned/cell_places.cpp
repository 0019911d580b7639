#include "readers/aligned/cell_places.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace jixiao::aligned {

void CellPlaces::begin(std::uint32_t first, std::uint32_t last, std::uint32_t page, Stand as) {
  first_ = first, last_ = last, page_ = page, as_ = as;
  places_.assign(last - first, no_place);
  highest_above_.resize(places_.size()), lowest_below_.resize(places_.size());
}

int CellPlaces::place_of(RowCell const& cell, std::size_t index) const {
  if (page_ < last_ || as_ == Stand::lines)
    return 2 * static_cast<int>(sheet_.runs[cell.runs[index]].line - first_);
  auto const at = static_cast<int>(index), lines = static_cast<int>(cell.runs.size());
  return as_ == Stand::top ? 2 * at : 2 * at - (lines - 1);
}

/// Where a line is, counted from the first of the row.
int CellPlaces::height_at(std::uint32_t line) const {
  auto const& lines = sheet_.text->lines;
  return static_cast<int>(std::lround((lines[line].y - lines[first_].y) / sheet_.text->pitch));
}

/// The line of a cell in the middle of the lines of its row.
bool CellPlaces::is_in_middle(RowCell const& cell, std::size_t index) const {
  auto const lines = static_cast<int>(cell.runs.size()), height = height_at(last_ - 1) + 1;
  return height_at(sheet_.runs[cell.runs[index]].line) == (height - lines) / 2 + static_cast<int>(index);
}

double CellPlaces::bare_lines(std::span<RowCell const> cells) const {
  std::size_t tallest = 0;
  for (auto const& cell : cells)
    tallest = std::max(tallest, cell.runs.size());
  return height_at(last_ - 1) + 1 - static_cast<double>(tallest);
}

/// The line of a cell under the top of its row, and of the page where that goes on.
bool CellPlaces::is_under_top(RowCell const& cell, std::size_t index) const {
  auto const line = sheet_.runs[cell.runs[index]].line;
  if (stand_ == Stand::top)
    return line - first_ == index;
  if (line < page_)
    return stretch_.own_lines(first_, line) == index;
  auto const above = static_cast<std::size_t>(
      std::ranges::count_if(cell.runs, [&](std::uint32_t run) { return sheet_.runs[run].line < page_; }));
  return above > 0 && stretch_.own_lines(page_, line) == index - above;
}

/// A cell has one text on a line. The lines of other cells may stand between its own, but not many of them, and none
/// where a program laid the text out by lines.
bool CellPlaces::may_follow(std::uint32_t above, std::uint32_t below) const {
  constexpr double most_apart = 4.5, most_on_lines = 1.5; // lines
  auto const& lines = sheet_.text->lines;
  auto const apart = (lines[below].y - lines[above].y) / sheet_.text->pitch;
  bool const over_page = lines[below].page != lines[above].page;
  return below > above && (over_page || apart < (loose_ ? most_on_lines : most_apart));
}

bool CellPlaces::may_stand(RowCell const& cell, std::size_t index) const {
  auto const line = sheet_.runs[cell.runs[index]].line;
  if (index > 0 && !may_follow(sheet_.runs[cell.runs[index - 1]].line, line))
    return false;
  if ((as_ == Stand::top && !is_under_top(cell, index)) || (as_ == Stand::lines && !is_in_middle(cell, index)))
    return false;
  auto const place = place_of(cell, index), slack = loose_ ? 1 : 0;
  auto const own = line - first_;
  if (places_[own] != no_place && std::abs(places_[own] - place) > slack)
    return false;
  return (highest_above_[own] == no_place || highest_above_[own] < place + slack) &&
         (lowest_below_[own] == no_place || lowest_below_[own] > place - slack);
}

void CellPlaces::find_bounds() {
  auto highest = no_place, lowest = no_place;
  for (std::size_t line = 0; line < places_.size(); ++line) {
    highest_above_[line] = highest;
    highest = std::max(highest, places_[line]); // no place is below all
  }
  for (auto line = places_.size(); line-- > 0;) {
    lowest_below_[line] = lowest;
    if (places_[line] != no_place)
      lowest = lowest == no_place ? places_[line] : std::min(lowest, places_[line]);
  }
}

bool CellPlaces::put(RowCell const& cell) {
  find_bounds();
  for (std::size_t i = 0; i < cell.runs.size(); ++i)
    if (!may_stand(cell, i))
      return false;
  for (std::size_t i = 0; i < cell.runs.size(); ++i)
    if (auto& place = places_[sheet_.runs[cell.runs[i]].line - first_]; place == no_place)
      place = place_of(cell, i);
  return true;
}

} // namespace jixiao::aligned
