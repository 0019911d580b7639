#pragma once

#include "model/taxonomy.hpp"
#include "recognition/rows/prices.hpp"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// What one record row says of the group it belongs to.
struct GroupObservation {
  int level1 = -1;                             ///< printed level-1 group, or -1
  std::vector<int> level2;                     ///< printed level-2 groups, the one nearest the name first
  bool in_place = false;                       ///< the labels stand in their own columns
  std::vector<std::pair<int, double>> support; ///< other evidence for groups (cue words, other forms, kind of value)
};

struct GroupChoice {
  int node = -1; ///< level-2 group, or a level-1 group where none is known below it
  int runner_up = -1;
  double margin = 0;     ///< cost of the best reading of the table in which this row is elsewhere, less the best
  bool deferred = false; ///< its label was printed on an earlier row that belongs elsewhere
};

/// Finds the groups of all rows of a table at once, at least total cost over printed labels, their order, fill-down and
/// other evidence. A label may be printed rows too early: it then waits until a row takes it up.
///
/// A dynamic program over rows; its states are the group and the waiting label. Time: rows × groups² × waiting labels.
std::vector<GroupChoice> decode_groups(std::span<GroupObservation const> rows, Taxonomy const& taxonomy);

/// The cheapest reading of a table in which a row is of this group.
struct GroupReading {
  int node = -1;
  double cost = 0; ///< of the whole table
  std::vector<prices::Charge> charges;
};

/// The readings of a table that differ in the group of one row, cheapest first, at most `most`; for those who ask why
/// the row is of its group. Time: groups times that of decode_groups().
std::vector<GroupReading> weigh_group(std::span<GroupObservation const> rows, Taxonomy const& taxonomy, std::size_t row,
                                      std::size_t most);

} // namespace jixiao::recognition
