#pragma once

#include "recognition/columns.hpp"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

/// Numbers that run together: 180010 below 目标值 and 分值 is 1800 and 10.
namespace jixiao::recognition {

/// A column whose value may stand in a run.
struct RunColumn {
  ColumnKind kind{};
  std::string_view measure; ///< of the fund block: "executed"
  double weight = 0;        ///< points printed in the header of a score: 得分(20分*执行率)
  std::string_view label;   ///< as printed
};

struct RunPart {
  std::size_t begin = 0, end = 0; ///< bytes of the run; equal: the column has no value
};

/// One way to part a run into columns.
struct RunParting {
  std::vector<RunPart> parts; ///< one a column
  int cost = 0;               ///< what is odd about it
  long points = 0;            ///< hundredths of the weight, or of the score where the table has no weights

  bool operator==(RunParting const& other) const;
};

/// Limits that the numbers of another row set.
struct RunLimits {
  double budget = 0, executed = 0; ///< of the total that the row is a part of; 0: none
};

/// Bytes of the longest run of values at the start of a text: numbers with their comparators, units and dates.
std::size_t run_length(std::string_view text);

/// The ways to part a run that no constraint forbids, cheapest first: numbers begin with no zero, a score is at most
/// its weight, a rate is that of what was executed to the budget.
std::vector<RunParting> part_run(std::string_view run, std::span<RunColumn const> columns,
                                 RunLimits const& limits = {});

/// For each run the one way in which it is parted in all the cheapest choices that add up to one of `sums`
/// (hundredths); where none adds up, the only cheapest way of each. -1: several or none.
std::vector<int> choose_partings(std::span<std::vector<RunParting> const> runs, std::span<long const> sums);

} // namespace jixiao::recognition
