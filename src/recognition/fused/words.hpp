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

/// 是 where 是否明显提高是 ends in the answer; empty where nothing was asked.
std::string_view answer_at_end(std::string_view text);

/// The target and the result where a text is two words of results, in the only way in which it is: 是基本达到.
std::vector<std::string_view> pair_of_words(std::string_view text);

/// The names of indicators in a text that is nothing else: one where it ends as names do, or in none; several where one
/// word ends them three times (支持甲项目数量支持乙项目数量支持丙项目数量). None where that cannot be told.
std::vector<std::string_view> names_in(std::string_view text);

/// X where a text is X X.
std::string_view half_of_double(std::string_view text);

/// X where a text ends with X X and a name is left before it; of a single character where it is a grade: 高高.
std::string_view double_at_end(std::string_view text);

} // namespace jixiao::recognition::fused
