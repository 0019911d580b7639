#pragma once

#include "model/cues.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace jixiao::recognition {

/// Under which group the forms of one document file an indicator's name.
class NameVotes {
public:
  void add(std::string const& name, int node, std::uint32_t form) {
    auto& votes = votes_[name];
    if (votes.size() < enough)
      votes.push_back({node, form});
  }

  /// For how many rows of other forms each group stands, for this name.
  NodeWeights of_others(std::string const& name, std::uint32_t form) const;

private:
  /// More votes for one name would change no decision; without a bound a name that all forms share costs their square.
  static constexpr std::size_t enough = 64;

  struct Vote {
    int node;
    std::uint32_t form;
  };
  std::unordered_map<std::string, std::vector<Vote>> votes_;
};

/// Counts under which groups a form files its names.
void vote(Form const& form, std::uint32_t number, Taxonomy const& taxonomy, NameVotes& votes);

/// True when other forms file a name of this one elsewhere, and none of them where it does.
bool is_outvoted(Form const& form, std::uint32_t number, Taxonomy const& taxonomy, NameVotes const& votes);

} // namespace jixiao::recognition
