#pragma once

#include "recognition/labels/labels.hpp"

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace jixiao::recognition {

/// Both are labels, and of the same.
bool mean_the_same(Label const& a, Label const& b);

/// Labels of which a cut has taken more than it parted: a character on either side of it may be halved (三级扌 | 旨标),
/// doubled, or lost (实施 | 位).
class DamagedLabels {
public:
  explicit DamagedLabels(LabelFinder const& labels);

  /// The label that the pieces of one row are, at least damage; none where two of other meanings are as near. Time: the
  /// labels that end in the same character.
  Label find(std::span<std::string_view const> pieces, std::size_t fewest = 3) const;

private:
  Label label_of(std::vector<std::u32string const*> const& texts) const;
  LabelFinder const& labels_;
  using Labels = std::vector<std::u32string>;
  std::vector<std::u32string const*> candidates(std::vector<std::u32string> const& pieces) const;

  std::unordered_map<char32_t, Labels> by_begin_, by_end_;
};

} // namespace jixiao::recognition
