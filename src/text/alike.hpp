#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// Texts by the character, for comparing what extraction damaged with what was meant.
namespace jixiao {

/// The characters of UTF-8 text; U+FFFD for what is none.
std::u32string characters_of(std::string_view text);

std::string utf8_of(std::u32string_view characters);

/// Only the ideographs: what is left of a damaged label when stray marks are taken away.
std::u32string ideographs_of(std::string_view text);

/// Length of the longest common subsequence. Time: the product of the lengths; callers bound them.
std::size_t common_subsequence(std::u32string_view a, std::u32string_view b);

/// How alike two texts are, 0 to 1: twice the common subsequence over both lengths.
double likeness(std::u32string_view a, std::u32string_view b);

/// The entry of a list for each name that may be damaged: both go on together, with the greatest likeness in all. An
/// index of `entries` for each name, or `entries.size()`. Time: the product of both counts and of the lengths; callers
/// bound them.
std::vector<std::size_t> align_by_likeness(std::vector<std::u32string> const& names,
                                           std::vector<std::u32string> const& entries, double alike_enough);

/// The words that blanks part.
std::vector<std::string_view> parts_at_blanks(std::string_view text);

} // namespace jixiao
