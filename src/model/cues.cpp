#include "model/cues.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr double strongest = 4; ///< several cues for one group add up to no more than this

/// The first character of a cue, three bytes of UTF-8 for all that the table holds.
std::uint32_t first_character(char const* text) {
  auto const byte = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
  return byte(0) << 16 | byte(1) << 8 | byte(2);
}

} // namespace

CueFinder::CueFinder(Taxonomy const& taxonomy) {
  for (auto const& cue : taxonomy.cues)
    if (cue.word.size() >= 3)
      by_first_[first_character(cue.word.data())].push_back(&cue);
}

NodeWeights CueFinder::find(std::string_view name) const {
  NodeWeights weights;
  for (std::size_t i = 0; i + 3 <= name.size(); ++i) {
    if ((static_cast<unsigned char>(name[i]) & 0xF0) != 0xE0)
      continue;
    auto const cues = by_first_.find(first_character(name.data() + i));
    if (cues == by_first_.end())
      continue;
    for (auto const* cue : cues->second) {
      if (!name.substr(i).starts_with(cue->word))
        continue;
      auto const known =
          std::find_if(weights.begin(), weights.end(), [&](auto const& w) { return w.first == cue->node; });
      if (known == weights.end())
        weights.emplace_back(cue->node, cue->weight);
      else
        known->second = std::min(strongest, known->second + cue->weight / 2);
    }
  }
  return weights;
}

} // namespace jixiao
