#pragma once

#include "together/trace.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao {

/// Fingerprints of a text by which like texts are found: of its runs of characters the least of every window
/// (winnowing; Schleimer, Wilkerson, Aiken 2003), so that texts with a longer run in common share one.
std::vector<std::uint32_t> fingerprints_of(std::u32string_view text);

/// Which goal of which form.
struct GoalId {
  std::uint32_t form = 0, goal = 0;

  friend auto operator<=>(GoalId const&, GoalId const&) = default;
};

/// Finds goals whose texts are alike. Memory is bounded: a run that many goals share is kept of the first few.
class GoalIndex {
public:
  explicit GoalIndex(std::size_t most) : most_(most) {}

  /// Those put in before that share at least half of the fingerprints, the likest first.
  std::vector<GoalId> candidates(std::vector<std::uint32_t> const& fingerprints) const;

  void put(GoalId goal, std::vector<std::uint32_t> const& fingerprints);

private:
  std::size_t most_, count_ = 0;
  std::unordered_map<std::uint32_t, std::vector<GoalId>> goals_;
};

} // namespace jixiao
