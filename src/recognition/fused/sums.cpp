#include "recognition/fused/sums.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

namespace jixiao::recognition::fused {

namespace {

constexpr int runs_to_an_oddness = 4;
constexpr std::size_t most_runs = 400; ///< of a table whose points add up; time and memory go by runs times sums

using Runs = std::span<std::vector<RunParting> const>;

/// Least costs of sums.
using Sums = std::map<long, int>;

void offer(Sums& sums, long sum, int cost) {
  auto const at = sums.try_emplace(sum, cost).first;
  at->second = std::min(at->second, cost);
}

/// What the first runs may add up to, up to the largest sum: before each run, and behind the last.
std::vector<Sums> sums_before(Runs runs, long largest) {
  std::vector<Sums> out{{{0, 0}}};
  for (auto const& run : runs) {
    Sums next;
    for (auto const& [sum, cost] : out.back())
      for (auto const& parting : run)
        if (sum + parting.points <= largest)
          offer(next, sum + parting.points, cost + parting.cost);
    out.push_back(std::move(next));
  }
  return out;
}

/// What has to be reached before each run so that the others add up to one of `ends`.
std::vector<Sums> sums_behind(Runs runs, Sums const& ends) {
  std::vector<Sums> out(runs.size() + 1);
  out.back() = ends;
  for (auto i = runs.size(); i-- > 0;)
    for (auto const& [sum, cost] : out[i + 1])
      for (auto const& parting : runs[i])
        if (sum >= parting.points)
          offer(out[i], sum - parting.points, cost + parting.cost);
  return out;
}

/// Those of the sums that are reached at the least cost, and that cost; none when none is reached.
struct Ends {
  Sums sums;
  int cost = std::numeric_limits<int>::max();
};

Ends cheapest_ends(Sums const& reached, std::span<long const> sums) {
  Ends out;
  for (auto const sum : sums) {
    auto const found = reached.find(sum);
    if (found == reached.end() || found->second > out.cost)
      continue;
    if (found->second < out.cost)
      out = {{}, found->second};
    out.sums[sum] = 0;
  }
  return out;
}

/// The only parting of the least cost; -1 where there are several or none.
int only_cheapest(std::span<RunParting const> partings) {
  return partings.empty() || (partings.size() > 1 && partings[1].cost == partings[0].cost) ? -1 : 0;
}

/// The only parting of a run with which the least cost is reached; -1 where there are several.
int only_one_of(std::span<RunParting const> partings, Sums const& before, Sums const& behind, int least) {
  auto const is_of_least = [&](RunParting const& parting) {
    return std::ranges::any_of(before, [&](auto const& reached) {
      auto const rest = behind.find(reached.first + parting.points);
      return rest != behind.end() && reached.second + parting.cost + rest->second == least;
    });
  };
  auto const first = std::ranges::find_if(partings, is_of_least);
  if (first == partings.end() || std::find_if(first + 1, partings.end(), is_of_least) != partings.end())
    return -1;
  return static_cast<int>(first - partings.begin());
}

int cost_alone(Runs runs) {
  int out = 0;
  for (auto const& run : runs)
    out += run[0].cost;
  return out;
}

/// What the runs of a whole table may be odder than each alone, so that the points add up; those of a table that was
/// cut add up to less.
int oddness_for_sum(Runs runs) { return 1 + static_cast<int>(runs.size()) / runs_to_an_oddness; }

} // namespace

std::vector<int> choose_partings(Runs runs, std::span<long const> sums) {
  std::vector<int> out;
  for (auto const& run : runs)
    out.push_back(only_cheapest(run));
  if (runs.empty() || runs.size() > most_runs || sums.empty() ||
      std::ranges::any_of(runs, [](auto const& run) { return run.empty(); }))
    return out;
  auto const before = sums_before(runs, std::ranges::max(sums));
  auto const ends = cheapest_ends(before.back(), sums);
  if (ends.sums.empty() || ends.cost > cost_alone(runs) + oddness_for_sum(runs))
    return out;
  auto const behind = sums_behind(runs, ends.sums);
  for (std::size_t i = 0; i < runs.size(); ++i)
    out[i] = only_one_of(runs[i], before[i], behind[i + 1], ends.cost);
  return out;
}

PartedRun part_alone(std::string_view run, std::span<RunColumn const> columns, RunLimits const& limits) {
  PartedRun out{run, part_run(run, columns, limits)};
  out.chosen = only_cheapest(out.partings.ways);
  return out;
}

} // namespace jixiao::recognition::fused
