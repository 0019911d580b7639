#include "recognition/groups/evidence.hpp"

#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {

NodeWeights NameVotes::of_others(std::string const& name, std::uint32_t form) const {
  NodeWeights counts;
  auto const votes = votes_.find(name);
  if (votes == votes_.end())
    return counts;
  for (auto const& vote : votes->second) {
    if (vote.form == form)
      continue;
    auto const known = std::find_if(counts.begin(), counts.end(), [&](auto const& c) { return c.first == vote.node; });
    if (known == counts.end())
      counts.emplace_back(vote.node, 1);
    else
      known->second += 1;
  }
  return counts;
}

namespace {

/// The node of an indicator's group of level 2; -1 where it has none that the taxonomy knows.
int group_of(Indicator const& indicator, Taxonomy const& taxonomy) {
  for (std::size_t i = 0; i < taxonomy.nodes.size() && indicator.level1 && indicator.level2; ++i)
    if (auto const& node = taxonomy.nodes[i];
        node.parent >= 0 && node.name == *indicator.level2 && taxonomy.name(node.parent) == *indicator.level1)
      return static_cast<int>(i);
  return -1;
}

template <class Visit> void each_name(Form const& form, Taxonomy const& taxonomy, Visit visit) {
  for (auto const& indicator : form.indicators) {
    auto const node = group_of(indicator, taxonomy);
    std::string name;
    if (node >= 0 && indicator.level3)
      visit(std::string(fold_label(*indicator.level3, name)), node);
  }
}

} // namespace

void vote(Form const& form, std::uint32_t number, Taxonomy const& taxonomy, NameVotes& votes) {
  each_name(form, taxonomy, [&](std::string const& name, int node) { votes.add(name, node, number); });
}

bool is_outvoted(Form const& form, std::uint32_t number, Taxonomy const& taxonomy, NameVotes const& votes) {
  bool outvoted = false;
  each_name(form, taxonomy, [&](std::string const& name, int node) {
    auto const others = votes.of_others(name, number);
    outvoted = outvoted ||
               (!others.empty() && std::ranges::none_of(others, [&](auto const& vote) { return vote.first == node; }));
  });
  return outvoted;
}

} // namespace jixiao::recognition
