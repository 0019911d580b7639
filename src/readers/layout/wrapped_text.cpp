#include "readers/layout/wrapped_text.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

namespace jixiao {
namespace {

using namespace std::string_view_literals;

/// Characters that can be parted from what stands beside them: those of Chinese writing, and all others that are wide.
bool breaks_anywhere(char32_t c) { return is_chinese(c) || character_width(c) == 2; }

bool is_word(char32_t c) { return !is_space(c) && !breaks_anywhere(c); }

int first_character_width(std::string_view text) {
  return text.empty() ? 0 : character_width(character_at(text, 0).value);
}

/// Length of the text up to its first space, or to its first character beside which a line may be broken.
std::size_t word_length(std::string_view text, Wrapping wrapping) {
  std::size_t at = 0;
  while (at < text.size()) {
    auto const c = character_at(text, at);
    if (is_space(c.value) || (wrapping == Wrapping::at_words && breaks_anywhere(c.value)))
      break;
    at += c.length;
  }
  return at;
}

/// Begin of the word that the text ends with.
std::size_t last_word(std::string_view text, Wrapping wrapping) {
  auto at = text.size();
  while (at > 0) {
    auto const c = character_before(text, at);
    if (is_space(c.value) || (wrapping == Wrapping::at_words && breaks_anywhere(c.value)))
      break;
    at -= c.length;
  }
  return at;
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

bool closes_sentence(std::string_view text) {
  return !text.empty() &&
         U"。；;！!？?：:"sv.find(character_before(text, text.size()).value) != std::u32string_view::npos;
}

bool is_unit_of(std::string_view next, std::string_view line) {
  return next.starts_with('(') && !line.empty() && is_digit(character_before(line, line.size()).value);
}

/// What stood between two lines: a space between words, and nothing where a word longer than a line was cut or the
/// unit in brackets follows its number.
std::string_view between(std::string_view line, std::string_view next, int width, Wrapping wrapping) {
  if (!is_word(character_before(line, line.size()).value) || !is_word(character_at(next, 0).value))
    return "";
  if (is_unit_of(next, line))
    return "";
  auto const word = display_width(line.substr(last_word(line, wrapping))) +
                    display_width(next.substr(0, word_length(next, wrapping)));
  return word > width ? "" : " ";
}

} // namespace

int first_unit_width(std::string_view text, Wrapping wrapping) {
  auto word = wrapping == Wrapping::at_words ? word_length(text, wrapping) : 0;
  // A bracket stays with what it opens: "(" of "(套)" ends no line.
  if (word > 0 && word < text.size() && text[word - 1] == '(')
    word += character_at(text, word).length;
  return word == 0 ? first_character_width(text) : display_width(text.substr(0, word));
}

LineBreak line_break(std::string_view line, std::string_view next, int width, Wrapping wrapping) {
  auto const room = width - display_width(line);
  if (first_unit_width(next, wrapping) > room)
    return LineBreak::wrap;
  bool const run_fits = display_width(next.substr(0, word_length(next, Wrapping::at_spaces))) < room;
  // Between Chinese characters there are no spaces.
  bool const may_be_space =
      !line.empty() && !next.empty() &&
      (is_word(character_before(line, line.size()).value) || is_word(character_at(next, 0).value));
  return wrapping == Wrapping::at_spaces && may_be_space && !run_fits ? LineBreak::perhaps_wrap : LineBreak::hard_break;
}

bool parts_paragraphs(std::string_view line, std::string_view next) {
  return closes_sentence(line) || begins_item(next);
}

void join_line(std::string& text, std::string_view line, std::string_view next, int width, Wrapping wrapping) {
  if (next.empty())
    return;
  auto const kind = line.empty() ? LineBreak::hard_break : line_break(line, next, width, wrapping);
  if (kind == LineBreak::perhaps_wrap)
    text += parts_paragraphs(line, next) ? "\n" : is_unit_of(next, line) ? "" : " ";
  else if (kind == LineBreak::hard_break)
    text += '\n';
  else
    text += between(line, next, width, wrapping);
  text.append(next);
}

} // namespace jixiao
