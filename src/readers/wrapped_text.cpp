#include "readers/wrapped_text.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao {
namespace {

using namespace std::string_view_literals;

/// Characters that can be parted from what stands beside them: those of Chinese writing, and all others that are wide.
bool breaks_anywhere(char32_t c) { return is_chinese(c) || character_width(c) == 2; }

bool is_word(char32_t c) { return !is_space(c) && !breaks_anywhere(c); }

/// Width of the text up to its first space; `whole_run`: else up to where a line may be broken.
int first_width(std::string_view text, bool whole_run) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const c = character_at(text, at);
    if (is_space(c.value) || (!whole_run && at > 0 && breaks_anywhere(c.value)))
      break;
    width += character_width(c.value);
    at += c.length;
    if (!whole_run && breaks_anywhere(c.value))
      break;
  }
  return width;
}

bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

/// "1." "12、" "（三）" "一、" "①" and the like.
bool begins_item(std::string_view text) {
  auto const c = text.empty() ? Character{} : character_at(text, 0);
  if (c.value >= U'①' && c.value <= U'⑳')
    return true;
  std::size_t at = c.value == U'(' || c.value == U'（' ? c.length : 0;
  auto const begin = at;
  auto const numeral = [&](char32_t value) {
    return is_digit(value) || U"一二三四五六七八九十"sv.find(value) != std::u32string_view::npos;
  };
  while (at < text.size() && at < begin + 9 && numeral(character_at(text, at).value))
    at += character_at(text, at).length;
  if (at == begin || at == text.size())
    return false;
  auto const end = character_at(text, at);
  bool const amount = end.value == U'.' && at + 1 < text.size() && is_digit(character_at(text, at + 1).value);
  return U".．、)）"sv.find(end.value) != std::u32string_view::npos && !amount;
}

bool ends_sentence(std::string_view text) {
  return !text.empty() &&
         U"。；;！!？?：:"sv.find(character_before(text, text.size()).value) != std::u32string_view::npos;
}

/// What stood between two words where a line was broken: nothing where a text longer than the line was cut.
std::string_view between_words(std::string_view line, std::string_view next, int width) {
  bool const words = is_word(character_before(line, line.size()).value) && is_word(character_at(next, 0).value);
  bool const cut = display_width(line) >= width && line.find(' ') == std::string_view::npos;
  return words && !cut ? " " : "";
}

} // namespace

int first_word_width(std::string_view text) { return first_width(text, false); }

LineBreak line_break(std::string_view line, std::string_view next, int width) {
  auto const room = width - display_width(line);
  if (first_width(next, false) > room)
    return LineBreak::wrap;
  return first_width(next, true) > room ? LineBreak::run_wrap : LineBreak::hard_break;
}

bool parts_paragraphs(std::string_view line, std::string_view next) { return ends_sentence(line) || begins_item(next); }

void join_line(std::string& text, std::string_view line, std::string_view next, int width, bool breaks_at_spaces) {
  if (next.empty())
    return;
  if (line.empty() || text.empty()) {
    text.append(text.empty() ? "" : "\n").append(next);
    return;
  }
  auto kind = line_break(line, next, width);
  if (kind == LineBreak::run_wrap && (!breaks_at_spaces || parts_paragraphs(line, next)))
    kind = LineBreak::hard_break;
  if (kind == LineBreak::hard_break)
    text += '\n';
  else
    text.append(kind == LineBreak::run_wrap ? " " : between_words(line, next, width));
  text.append(next);
}

} // namespace jixiao
