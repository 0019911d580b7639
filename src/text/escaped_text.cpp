#include "text/clean.hpp"
#include "text/decode.hpp"
#include "text/utf8.hpp"

#include <charconv>

namespace jixiao {

EscapedCharacter escape_at(std::string_view text, std::size_t at) {
  constexpr std::string_view names = "nrt\"\\/";
  constexpr std::u32string_view values = U"\n\r\t\"\\/";
  if (at + 1 >= text.size() || text[at] != '\\')
    return {};
  if (auto const place = names.find(text[at + 1]); place != names.npos)
    return {values[place], 2};
  constexpr std::size_t with_digits = 6;
  std::uint32_t value = 0;
  if (text[at + 1] != 'u' || at + with_digits > text.size())
    return {};
  auto const* const begin = text.data() + at + 2;
  bool const is_code = std::from_chars(begin, begin + 4, value, 16).ptr == begin + 4;
  bool const is_character = is_code && value >= 0x20 && (value < 0xD800 || value > 0xDFFF);
  return is_character ? EscapedCharacter{value, with_digits} : EscapedCharacter{};
}

std::optional<std::string> undone_escapes(std::string_view text) {
  constexpr std::string_view line_end = "\\n";
  constexpr std::size_t fewest = 8;
  auto const whole = trim(text);
  bool const is_one_line = !whole.empty() && whole.find_first_of("\r\n") == whole.npos;
  if (!is_one_line || std::string_view("<{[").find(whole.front()) != std::string_view::npos)
    return std::nullopt;
  std::size_t count = 0;
  for (auto at = whole.find(line_end); at != whole.npos && count < fewest; at = whole.find(line_end, at + 2))
    ++count;
  if (count < fewest)
    return std::nullopt;
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (auto const escape = escape_at(text, at); escape.length > 0) {
      append_utf8(out, escape.value);
      at += escape.length;
    } else {
      out.push_back(text[at++]);
    }
  }
  return out;
}

} // namespace jixiao
