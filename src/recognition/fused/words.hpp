#pragma once

#include <string_view>

/// Targets and results in words, where nothing parts them from a name: 显著提升.
namespace jixiao::recognition::fused {

constexpr std::size_t shortest_name = 6; ///< bytes

/// One of grammars/vocabulary/results.vocab.
bool is_result_word(std::string_view text);

/// The longest word of a result that a text ends with, where a name is left before it; empty when there is none.
std::string_view result_at_end(std::string_view text);

/// X where a text is X X.
std::string_view half_of_double(std::string_view text);

/// X where a text ends with X X and a name is left before it.
std::string_view double_at_end(std::string_view text);

} // namespace jixiao::recognition::fused
