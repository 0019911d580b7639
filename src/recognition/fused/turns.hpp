#pragma once

#include <string_view>
#include <vector>

/// A stretch of text as words and runs of numbers, in turns.
namespace jixiao::recognition::fused {

struct Turn {
  std::string_view text;
  bool run = false;
  bool outcome = false; ///< words that are a value of their own: 达成预期指标
};

/// Runs in brackets are of the text.
std::vector<Turn> turns_of(std::string_view stretch);

/// From the first byte of one part of a text to the last of a later one.
std::string_view span_of(std::string_view first, std::string_view last);

} // namespace jixiao::recognition::fused
