#pragma once

#include "recognition/fused/runs.hpp"

/// The runs of a table decide each other: its points add up.
namespace jixiao::recognition::fused {

/// For each run the one way in which it is parted in all the cheapest choices that add up to one of `sums`
/// (hundredths); where none adds up, the only cheapest way of each. -1: several or none.
std::vector<int> choose_partings(std::span<std::vector<RunParting> const> runs, std::span<long const> sums);

/// A run with the ways to part it.
struct PartedRun {
  std::string_view text;
  RunWays partings;
  int chosen = -1; ///< -1: nothing decides

  RunParting const* way() const { return chosen < 0 ? nullptr : &partings.ways[static_cast<std::size_t>(chosen)]; }
};

/// A run that stands alone: its only cheapest way.
PartedRun part_alone(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits = {});

} // namespace jixiao::recognition::fused
