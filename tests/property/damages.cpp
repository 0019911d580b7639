#include "tests/property/damages.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao::property {

namespace {

Line& line_of(Print& print, std::size_t row) { return print.table[row].front(); }

bool slide_left(Print& print, std::size_t row, Entry&, Random& random) {
  auto& line = line_of(print, row);
  std::size_t blank = 0;
  while (line[blank].empty())
    ++blank;
  if (blank == 0)
    return false;
  auto const columns = std::min(blank, random.between(1, 2));
  line.erase(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(columns));
  line.resize(line.size() + columns);
  return true;
}

bool slide_right(Print& print, std::size_t row, Entry&, Random& random) {
  auto& line = line_of(print, row);
  line.insert(line.begin(), random.between(1, 2), "");
  return true;
}

bool level2_under_level1(Print& print, std::size_t row, Entry&, Random&) {
  auto& line = line_of(print, row);
  auto& level1 = line[print.columns.level1];
  if (!level1.empty() || line[print.columns.level2].empty())
    return false;
  std::swap(level1, line[print.columns.level2]);
  return true;
}

bool name_in_other_column(Print& print, std::size_t row, Entry&, Random& random) {
  auto& line = line_of(print, row);
  auto const& columns = print.columns;
  std::vector<std::size_t> free;
  if (line[columns.level2].empty())
    free.push_back(columns.level2);
  if (line[columns.level2].empty() && line[columns.level1].empty())
    free.push_back(columns.level1);
  if (columns.value > columns.name + 1)
    free.push_back(columns.name + 1);
  if (free.empty())
    return false;
  std::swap(line[columns.name], line[random.one_of(free)]);
  return true;
}

bool texts_one_right(Print& print, std::size_t row, Entry&, Random&) {
  auto& line = line_of(print, row);
  line.insert(line.begin() + static_cast<std::ptrdiff_t>(print.columns.name), "");
  return true;
}

/// The rest of the label stands in the same column, one row further down.
bool label_split(Print& print, std::size_t row, Entry&, Random& random) {
  auto const column = print.columns.level2;
  auto& label = line_of(print, row)[column];
  auto const characters = label.size() / 3;
  if (characters < 3)
    return false;
  auto const kept = 3 * random.between(2, characters - 1);
  auto rest = label.substr(kept);
  label.resize(kept);
  bool const next_is_free = row + 1 < print.table.size() && print.table[row + 1].size() == 1 &&
                            print.table[row + 1][0].size() > column && print.table[row + 1][0][column].empty();
  if (next_is_free && random.chance(50)) {
    print.table[row + 1][0][column] = std::move(rest);
  } else {
    Line below(line_of(print, row).size());
    below[column] = std::move(rest);
    print.table[row].push_back(std::move(below));
  }
  return true;
}

bool value_on_next_row(Print& print, std::size_t row, Entry&, Random&) {
  Line below(line_of(print, row).size());
  std::swap(below[print.columns.value], line_of(print, row)[print.columns.value]);
  print.table[row].push_back(std::move(below));
  return true;
}

bool extra_empty_column(Print& print, std::size_t row, Entry&, Random& random) {
  auto& line = line_of(print, row);
  line.insert(line.begin() + static_cast<std::ptrdiff_t>(random.between(1, print.columns.value)), "");
  return true;
}

bool level1_lost(Print& print, std::size_t row, Entry&, Random&) {
  auto const& line = line_of(print, row);
  return !line[print.columns.level2].empty() && !std::exchange(line_of(print, row)[print.columns.level1], "").empty();
}

bool level2_lost(Print& print, std::size_t row, Entry&, Random&) {
  return !std::exchange(line_of(print, row)[print.columns.level2], "").empty();
}

/// Both labels of the row stand on the row above it, which has none of its own.
bool labels_a_row_early(Print& print, std::size_t row, Entry&, Random&) {
  if (row == 0 || print.table[row - 1].size() != 1)
    return false;
  auto& line = line_of(print, row);
  auto& above = line_of(print, row - 1);
  auto const& columns = print.columns;
  bool const intact = above.size() == line.size() && !above[columns.name].empty() && !above[columns.value].empty();
  if (!intact || line[columns.level2].empty() || !above[columns.level1].empty() || !above[columns.level2].empty())
    return false;
  std::swap(line[columns.level1], above[columns.level1]);
  std::swap(line[columns.level2], above[columns.level2]);
  return true;
}

bool value_pushed_off(Print& print, std::size_t row, Entry& truth, Random&) {
  // The row slides until its name stands in the last column.
  auto& line = line_of(print, row);
  auto const columns = print.columns.value - print.columns.name;
  line.insert(line.begin(), columns, "");
  line.resize(line.size() - columns);
  truth.value.clear();
  return true;
}

constexpr std::array<Damage, 12> all{{
    {"row slid left", true, 0, slide_left},
    {"row slid right", true, 0, slide_right},
    {"level 2 under level 1", true, 0, level2_under_level1},
    {"name in other column", true, 0, name_in_other_column},
    {"texts one to the right", true, 0, texts_one_right},
    {"label split over rows", true, 0, label_split},
    {"value on next row", true, 0, value_on_next_row},
    {"extra empty column", true, 0, extra_empty_column},
    {"level 1 lost", true, 0, level1_lost},
    {"level 2 lost", false, 30, level2_lost},
    {"labels a row early", false, 120, labels_a_row_early},
    {"value pushed off", false, 2, value_pushed_off},
}};

} // namespace

std::span<Damage const> damages() { return all; }

} // namespace jixiao::property
