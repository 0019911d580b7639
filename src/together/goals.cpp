#include "together/goals.hpp"

#include <algorithm>
#include <map>

namespace jixiao {

namespace {

constexpr std::size_t run = 6, window = 6; ///< characters; runs
constexpr std::size_t most_fingerprints = 128, most_of_run = 16, most_candidates = 8;

std::uint32_t hash_of(std::u32string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (auto const c : text)
    hash = (hash ^ c) * 0x100000001b3U;
  return static_cast<std::uint32_t>(hash ^ hash >> 32);
}

} // namespace

std::vector<std::uint32_t> fingerprints_of(std::u32string_view text) {
  std::vector<std::uint32_t> hashes, out;
  for (std::size_t i = 0; i + run <= text.size(); ++i)
    hashes.push_back(hash_of(text.substr(i, run)));
  for (std::size_t i = 0; i < hashes.size(); ++i) {
    auto const end = std::min(i + window, hashes.size());
    out.push_back(*std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(i),
                                    hashes.begin() + static_cast<std::ptrdiff_t>(end)));
    if (end == hashes.size())
      break;
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  if (out.size() > most_fingerprints)
    out.resize(most_fingerprints);
  return out;
}

std::vector<GoalId> GoalIndex::candidates(std::vector<std::uint32_t> const& fingerprints) const {
  std::map<GoalId, std::size_t> shared;
  for (auto const fingerprint : fingerprints)
    if (auto const found = goals_.find(fingerprint); found != goals_.end())
      for (auto const goal : found->second)
        ++shared[goal];
  std::vector<std::pair<std::size_t, GoalId>> order;
  for (auto const& [goal, count] : shared)
    if (count * 2 >= fingerprints.size())
      order.emplace_back(count, goal);
  std::ranges::stable_sort(order, [](auto const& a, auto const& b) { return a.first > b.first; });
  std::vector<GoalId> out;
  for (auto const& [count, goal] : order)
    if (out.size() < most_candidates)
      out.push_back(goal);
  return out;
}

void GoalIndex::put(GoalId goal, std::vector<std::uint32_t> const& fingerprints) {
  for (auto const fingerprint : fingerprints) {
    if (count_ >= most_)
      return;
    auto& goals = goals_[fingerprint];
    if (goals.size() < most_of_run) {
      goals.push_back(goal);
      ++count_;
    }
  }
}

} // namespace jixiao
