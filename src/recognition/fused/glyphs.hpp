#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// A line as the characters that labels are made of.
namespace jixiao::recognition::fused {

struct Glyph {
  std::size_t begin = 0, end = 0; ///< bytes of the line
  char32_t value = 0;             ///< folded
  std::string text;               ///< folded
  bool gap = false;               ///< white space stands before it
};

using Glyphs = std::vector<Glyph>;

/// The characters of a line, folded as labels are, without white space.
Glyphs glyphs_of(std::string_view line);

/// The folded text of [begin, end).
std::string joined(Glyphs const& glyphs, std::size_t begin, std::size_t end);

/// The character at a place; 0 behind the end.
char32_t value_at(Glyphs const& glyphs, std::size_t at);

/// Behind `at`, the end of a short bracket that opens there; `at` where none does.
std::size_t behind_bracket(Glyphs const& glyphs, std::size_t at);

/// What stands before `at` may have ended there as a value does: white space, a digit or sign, or the unit of a number.
bool behind_value(Glyphs const& glyphs, std::size_t at);

constexpr bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
constexpr bool is_ideographic(char32_t c) { return c >= 0x3400 && c <= 0x9FFF; }

/// A digit, or a sign that stands before a number.
bool begins_value(char32_t c);

} // namespace jixiao::recognition::fused
