#pragma once

#include "recognition/labels/labels.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

/// The notation of lists in brackets: 【产出指标-数量指标】 指标1：名称（≥77台）.
namespace jixiao::recognition::fused {

constexpr std::string_view open_mark = "【", close_mark = "】";

struct BracketMark {
  std::size_t end = 0;                      ///< behind the bracket
  Label first, second;                      ///< 产出指标-数量指标: two groups; else one label
  std::string_view first_text, second_text; ///< the second empty: there is one label
};

/// The mark that opens at a place, where what it names is known.
std::optional<BracketMark> mark_at(std::string_view text, std::size_t at, LabelFinder const& labels);

/// Marks of groups in a text.
std::size_t count_groups(std::string_view text, LabelFinder const& labels);

/// Bytes of 指标1： at the start of a text; 0 where it does not stand there.
std::size_t entry_number_length(std::string_view text);

/// An entry, without the number that may stand before it.
struct BracketEntry {
  std::string_view name;
  std::optional<std::string_view> value; ///< of a bracket at its end
};

/// Nothing when the text is empty but for what ends an entry.
std::optional<BracketEntry> part_entry(std::string_view text);

} // namespace jixiao::recognition::fused
