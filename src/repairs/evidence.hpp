#pragma once

#include "model/taxonomy.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jixiao {

/// How strongly an indicator's name speaks for groups: (taxonomy node, weight), by the cue table.
using NodeWeights = std::vector<std::pair<int, double>>;

/// Finds cue words in names. Linear in the name.
class CueFinder {
public:
  explicit CueFinder(Taxonomy const& taxonomy);
  NodeWeights find(std::string_view name) const;

private:
  /// Cues by their first character, so that most of a name is passed over in one look-up.
  std::unordered_map<std::uint32_t, std::vector<Cue const*>> by_first_;
};

/// Under which group the forms of one document file an indicator's name.
class NameVotes {
public:
  /// The name has to outlive the votes.
  void add(std::string_view name, int node, std::uint32_t form) {
    auto& votes = votes_[name];
    if (votes.size() < enough)
      votes.push_back({node, form});
  }

  /// For how many rows of other forms each group stands, for this name.
  NodeWeights of_others(std::string_view name, std::uint32_t form) const;

private:
  /// More votes for one name would change no decision; without a bound a name that all forms share costs their square.
  static constexpr std::size_t enough = 64;

  struct Vote {
    int node;
    std::uint32_t form;
  };
  std::unordered_map<std::string_view, std::vector<Vote>> votes_;
};

} // namespace jixiao
