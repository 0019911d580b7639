#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

/// Targets and results in words, where nothing parts them from a name: 显著提升.
namespace jixiao::recognition::fused {

constexpr std::size_t shortest_name = 6; ///< bytes

/// One of grammars/vocabulary/results.vocab.
bool is_result_word(std::string_view text);

/// The longest word of a result that a text ends with, where a name is left before it; empty when there is none.
std::string_view result_at_end(std::string_view text);

/// Bytes of the words at the start of a text that tell by themselves what was reached: 达成预期指标.
std::size_t outcome_length(std::string_view text);

/// Bytes of a label of a column at the start of a text that no vocabulary lists, but whose end is listed:
/// 偏差及原因分析.
std::size_t unlisted_column_length(std::string_view text);

/// The words at the end of a name that tell what the indicator is: 定量指标. A name is left before them.
std::string_view nature_at_end(std::string_view name);

/// The longest unit at the end of a name; the name is left before it.
std::string_view unit_at_end(std::string_view name);

/// 是 where 是否明显提高是 ends in the answer; empty where nothing was asked.
std::string_view answer_at_end(std::string_view text);

/// The target and the result where a text is two words of results, in the only way in which it is: 是基本达到.
std::vector<std::string_view> pair_of_words(std::string_view text);

/// The names of indicators in a text that is nothing else: one where it ends as names do, or in none; several where one
/// word ends them three times (支持甲项目数量支持乙项目数量支持丙项目数量). None where that cannot be told.
std::vector<std::string_view> names_in(std::string_view text);

/// A text with a number, or with words side by side, is more than the name of an indicator.
bool may_hold_values(std::string_view text);

/// The words behind the last end of a name, where they are too short for another and end as none: 及时率|按规定时限.
std::string_view words_behind_end(std::string_view name);

/// The last word is one that names of indicators end in: 率.
bool ends_as_name(std::string_view text);

/// X where a text is X X.
std::string_view half_of_double(std::string_view text);

/// X where a text ends with X X and a name is left before it; of a single character where it is a grade: 高高.
std::string_view double_at_end(std::string_view text);

} // namespace jixiao::recognition::fused
