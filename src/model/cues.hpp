#pragma once

#include "model/taxonomy.hpp"

#include <cstdint>
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

} // namespace jixiao
