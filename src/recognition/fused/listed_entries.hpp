#pragma once

#include <optional>
#include <string_view>
#include <vector>

/// Indicators as a sentence lists them: 购置灭火机≥40台；开展演练≥2次。
namespace jixiao::recognition::fused {

struct ListedEntry {
  std::string_view name;
  std::optional<std::string_view> value;
  bool bounded = false; ///< a comparator stands before its number
};

/// Each entry of a sentence as name and value. The value is what it ends in as a number with its unit, a word of a
/// result, or what stands behind a colon. Commas part entries where each part ends in a bounded number.
std::vector<ListedEntry> part_listed_entries(std::string_view sentence);

/// True for what may be an indicator with its target: no bound in the middle of a name (购置≥40台，实际完成45台), no
/// result, no clause without a number.
bool fits(ListedEntry const& entry);

/// True for a name with a bounded number behind it and nothing else.
bool is_bounded(ListedEntry const& entry);

/// The texts between the stops of a text: full stops, semicolons, ends of lines.
std::vector<std::string_view> sentences_of(std::string_view text);

} // namespace jixiao::recognition::fused
