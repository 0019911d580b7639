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

/// A text as name and value: what it ends in as a number with its unit, a word of a result, or what stands behind a
/// colon; the name alone where there is none of these.
ListedEntry part_listed_entry(std::string_view text);

/// The same with commas parted, where each part ends in a number.
std::vector<ListedEntry> part_listed_entries(std::string_view text);

/// The texts between the stops of a text: full stops, semicolons, ends of lines.
std::vector<std::string_view> sentences_of(std::string_view text);

} // namespace jixiao::recognition::fused
