#pragma once

#include "recognition/fused/values.hpp"

/// Numbers that run together: 180010 below 目标值 and 分值 is 1800 and 10.
namespace jixiao::recognition::fused {

constexpr int not_as_planned = 1; ///< costs a way to part a run in which target and result differ

struct RunPart {
  std::size_t begin = 0, end = 0; ///< bytes of the run; equal: the column has no value

  std::string_view of(std::string_view run) const { return run.substr(begin, end - begin); }
};

/// One way to part a run into columns.
struct RunParting {
  std::vector<RunPart> parts; ///< one a column
  int cost = 0;               ///< what is odd about it
  long points = 0;            ///< hundredths of the weight, or of the score where the table has no weights
};

/// Limits that the numbers of another row set.
struct RunLimits {
  double budget = 0, executed = 0; ///< of the total that the row is a part of; 0: none
};

/// The ways to part a run that no constraint forbids, cheapest first.
struct RunWays {
  std::vector<RunParting> ways;
  bool cut = false; ///< there are more than were looked at: none of them is given
};

/// Numbers begin with no zero, a score is at most its weight, a rate is that of what was executed to the budget; where
/// blanks stand in a run, a value ends. Bounded in steps and in the length of the run.
RunWays part_run(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits = {});

} // namespace jixiao::recognition::fused
