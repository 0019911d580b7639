#pragma once

#include "recognition/fused/candidates.hpp"

#include <cstdint>
#include <optional>

/// Whether a text is a label where it stands.
namespace jixiao::recognition::fused {

/// What stands before a place.
enum class Before : std::uint8_t { start, text, group1, group, column, fund, pair, other };
constexpr std::size_t befores = 8;

struct Place {
  std::size_t at = 0; ///< glyphs
  bool table = false; ///< in a table of indicators
  Before before{};
};

/// What a candidate that begins at a place is worth there, the more the longer it is; nothing when it is none: words
/// of labels stand in names and sentences, too. A group needs 指标 at its end or groups around it, a label of funds an
/// amount behind it; in a table few labels are any.
std::optional<double> worth(Line const& line, Place const& place, Candidate const& candidate);

/// The place behind a candidate.
Place behind(Place const& place, Candidate const& candidate);

} // namespace jixiao::recognition::fused
