#include "readers/shown/marks_of_notes.hpp"

#include "text/utf8.hpp"

namespace jixiao {
namespace {

constexpr std::size_t most_digits_of_mark = 3;

constexpr bool is_raised_digit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

} // namespace

std::size_t mark_of_note(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[')
    return 0;
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
