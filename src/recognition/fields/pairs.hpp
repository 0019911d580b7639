#pragma once

#include "recognition/fields/draft.hpp"

#include <cstdint>

namespace jixiao::recognition {

constexpr std::size_t longest_unlisted_label = 60; ///< bytes

/// Reads a label with its values: up to the next label, in its row where the carrier has rows. Returns the piece
/// behind what was read.
std::uint32_t read_pair(Draft& draft, std::uint32_t label, std::uint32_t end);

/// Keeps a value under a label that is not in the vocabulary, and says so (F312).
void keep_unlisted(Draft& draft, std::uint32_t label, std::uint32_t value);

/// Where the value begins in a short text that says by a colon what it is: 制表：张三; 0 where it does not.
std::size_t own_value(std::string_view text);

/// Keeps such a text, whose label nobody has listed.
void keep_own_value(Draft& draft, std::uint32_t piece);

} // namespace jixiao::recognition
