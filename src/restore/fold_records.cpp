#include "restore/fold_records.hpp"

#include <algorithm>
#include <limits>

namespace jixiao {
namespace {

constexpr int impossible = 1'000'000;
constexpr int further_paragraph = 8; ///< few cells have several
constexpr int blank_goes_on = 12;    ///< and few of these are empty
constexpr int unknown_group = 6;     ///< a group of a local taxonomy
constexpr int empty_value = 5;
constexpr int name_in_numbers = 3;
constexpr int line_left_over = 4; ///< a text below the table

/// What is paid for a line that begins a cell in a column.
int cost_of_cell(LineCell const& line, ColumnKind column) {
  switch (column) {
  case ColumnKind::side:
    return line.blank ? 0 : impossible;
  case ColumnKind::level1:
    return line.blank || line.level1 ? 0 : line.level2 ? impossible : 2 * unknown_group;
  case ColumnKind::level2:
    return line.blank || line.level2 ? 0 : line.level1 ? impossible : unknown_group;
  case ColumnKind::name:
    return line.blank                   ? 2 * empty_value
           : line.level1 || line.level2 ? unknown_group
           : line.quantity              ? name_in_numbers
                                        : 0;
  case ColumnKind::target:
    return line.blank ? empty_value : line.level1 || line.level2 ? unknown_group : 0;
  case ColumnKind::other:
    return line.blank ? 1 : line.level1 || line.level2 ? unknown_group : 0;
  }
  return impossible;
}

int cost_of_going_on(LineCell const& line, ColumnKind column) {
  bool const label = column == ColumnKind::side || column == ColumnKind::level1 || column == ColumnKind::level2;
  if (label || line.level1 || line.level2)
    return impossible;
  return line.blank ? blank_goes_on : further_paragraph + (line.quantity ? name_in_numbers : 0);
}

} // namespace

FoldedRecords fold_records(std::span<LineCell const> lines, std::span<ColumnKind const> columns) {
  auto const width = columns.size();
  struct Step {
    int cost = impossible;
    bool goes_on = false;
  };
  std::vector<Step> steps(lines.size() * width);
  auto const at = [&](std::size_t line, std::size_t column) -> Step& { return steps[line * width + column]; };
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (std::size_t column = 0; column < width; ++column) {
      auto const before = column == 0 ? width - 1 : column - 1;
      int const came = line == 0 ? (column == 0 ? 0 : impossible) : at(line - 1, before).cost;
      int const stayed = line == 0 ? impossible : at(line - 1, column).cost;
      int const fresh = std::min(impossible, came + cost_of_cell(lines[line], columns[column]));
      int const further = std::min(impossible, stayed + cost_of_going_on(lines[line], columns[column]));
      at(line, column) = {std::min(fresh, further), further < fresh};
    }
  auto end = std::size_t{0};
  int rest = 0, least = impossible;
  for (auto line = lines.size(); line-- > 0; rest += lines[line].blank ? 0 : line_left_over)
    if (int const cost = at(line, width - 1).cost; cost < impossible && cost + rest < least)
      least = cost + rest, end = line + 1;
  FoldedRecords folded;
  if (least >= rest)
    return folded;
  folded.places.resize(end);
  auto column = width - 1;
  for (auto line = end; line-- > 0;) {
    folded.places[line] = {static_cast<std::uint32_t>(column), at(line, column).goes_on};
    if (!at(line, column).goes_on)
      column = column == 0 ? width - 1 : column - 1;
  }
  return folded;
}

} // namespace jixiao
