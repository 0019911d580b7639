#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace jixiao {

/// How a line of a text that a program broke into lines of one width goes over into the next.
enum class LineBreak : std::uint8_t {
  wrap,      ///< the next word would not have fitted: the text goes on
  run_wrap,  ///< its first character would have fitted, but not all up to the next space
  hard_break ///< there was room: the break is the text's own
};

/// `width` is what the lines had room for. Takes lines without the padding at their ends.
LineBreak line_break(std::string_view line, std::string_view next, int width);

/// Width of what cannot be broken at the beginning of a text: a word, or one Chinese character.
int first_word_width(std::string_view text);

/// True when `next` looks like the beginning of a paragraph, or `line` like the end of one.
bool parts_paragraphs(std::string_view line, std::string_view next);

/// Appends the next line of a wrapped text to `text`, whose last line is `line`. `breaks_at_spaces`: the program that
/// wrapped it broke lines at spaces, and elsewhere only what is longer than a line.
void join_line(std::string& text, std::string_view line, std::string_view next, int width, bool breaks_at_spaces);

} // namespace jixiao
