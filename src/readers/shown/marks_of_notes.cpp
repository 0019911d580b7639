#include "readers/shown/marks_of_notes.hpp"

#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t most_digits_of_mark = 3;

constexpr bool is_raised_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

constexpr bool is_sign_of_note(char32_t c) {
  return (c >= 0x2460 && c <= 0x2473) || c == '*' || c == 0x203B || c == 0x2020; // ① to ⑳, ※, †
}

/// Raised digits that end a text behind a bracket, as in `≥60(座)¹`: no unit has its power there. Behind a value a sign
/// may be the mark, too.
bool is_behind_bracket(std::string_view text, std::size_t at) {
  auto const before = text.substr(0, at);
  if (!before.ends_with(')') && !before.ends_with("）"))
    return false;
  bool const is_value = before.find_first_of("0123456789") != before.npos;
  std::size_t signs = 0;
  for (; at < text.size() && signs <= most_digits_of_mark; ++signs) {
    auto const c = character_at(text, at);
    if (!is_raised_digit(c.value) && !(is_value && is_sign_of_note(c.value)))
      return false;
    at += c.length;
  }
  return signs > 0 && signs <= most_digits_of_mark && at == text.size();
}

/// `[^1]`, `[^a]`: the mark of a note that stands nowhere.
std::size_t written_mark(std::string_view text) {
  constexpr std::size_t longest_name = 12;
  auto const name = text.substr(0, longest_name + 3);
  auto const end = name.find(']');
  bool const is_name = end != name.npos && end > 2 && std::ranges::all_of(name.substr(2, end - 2), [](char c) {
                         return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
                       });
  return is_name ? end + 1 : 0;
}

} // namespace

std::size_t mark_of_note(std::string_view text, std::size_t at) {
  if (at >= text.size())
    return 0;
  if (text[at] != '[')
    return is_behind_bracket(text, at) ? text.size() - at : 0;
  if (at > 0 && text.substr(at).starts_with("[^"))
    return written_mark(text.substr(at));
  auto end = at + 1;
  std::size_t digits = 0;
  while (end < text.size() && digits <= most_digits_of_mark && is_raised_digit(character_at(text, end).value)) {
    end += character_at(text, end).length;
    ++digits;
  }
  bool const is_mark = digits > 0 && digits <= most_digits_of_mark && end < text.size() && text[end] == ']';
  return is_mark ? end + 1 - at : 0;
}

WithoutMarks without_marks_of_notes(std::string_view text) {
  WithoutMarks parted;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = mark_of_note(text, at);
    if (length > 0)
      parted.marks.emplace_back(text.substr(at, length));
    else
      parted.text.push_back(text[at]);
    at += length > 0 ? length : 1;
  }
  return parted;
}

} // namespace jixiao
