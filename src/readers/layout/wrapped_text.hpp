#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao {

/// Where a program breaks a text that is longer than its lines.
enum class Wrapping : std::uint8_t {
  at_words, ///< at spaces and beside Chinese characters
  at_spaces ///< at spaces; what is longer than a line, wherever the line is full
};

/// How a line of a wrapped text goes over into the next.
enum class LineBreak : std::uint8_t {
  wrap,         ///< there was no room for more: the text goes on
  perhaps_wrap, ///< there was room for a character, but not for all up to the next space
  hard_break    ///< there was room: the break is the text's own
};

/// `width` is what the lines had room for. Takes lines without the padding at their ends.
LineBreak line_break(std::string_view line, std::string_view next, int width, Wrapping wrapping);

/// Width of what cannot be broken at the beginning of a text.
int first_unit_width(std::string_view text, Wrapping wrapping);

/// True when `next` looks like the beginning of a paragraph, or `line` like the end of one.
bool parts_paragraphs(std::string_view line, std::string_view next);

/// Appends the next line of a wrapped text to `text`, whose last line is `line`.
void join_line(std::string& text, std::string_view line, std::string_view next, int width, Wrapping wrapping);

} // namespace jixiao
