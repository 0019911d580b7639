#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// What a gap as narrow as a space may be.
enum class Space : std::uint8_t {
  no_gutter, ///< too narrow, or such as printing and extraction put between words and numbers
  at_number, ///< extraction puts a space beside numbers too
  apart,     ///< nothing else explains it
};

/// Judges the gap before a word, which must not be the first of its line.
Space may_part(PageText const& text, std::uint32_t word);

} // namespace jixiao
