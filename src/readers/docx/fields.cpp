#include "readers/docx/fields.hpp"

#include "readers/docx/equation_field.hpp"
#include "readers/symbols.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace jixiao::docx {
namespace {

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool same(std::string_view a, std::string_view b) { return std::ranges::equal(a, b, {}, upper, upper); }

/// Takes a word, or what stands between quotation marks, from the front.
std::string_view take_word(std::string_view& text) {
  text = trim(text);
  bool const quoted = text.starts_with('"');
  auto const end = std::min(quoted ? text.find('"', 1) : text.find_first_of(" \t"), text.size());
  auto const word = text.substr(quoted ? 1 : 0, end - (quoted ? 1 : 0));
  text.remove_prefix(std::min(end + (quoted ? 1 : 0), text.size()));
  return word;
}

/// "163", "0xB3"
std::uint32_t code_of(std::string_view digits) {
  bool const hexadecimal = digits.starts_with("0x") || digits.starts_with("0X");
  digits.remove_prefix(hexadecimal ? 2 : 0);
  std::uint32_t code = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), code, hexadecimal ? 16 : 10);
  return code;
}

std::string show_symbol(std::string_view arguments) {
  auto const code = code_of(take_word(arguments));
  auto font = SymbolFont::none;
  while (!trim(arguments).empty())
    if (same(take_word(arguments), "\\f"))
      font = symbol_font(take_word(arguments));
  auto const sign = symbol(font, code);
  std::string out;
  if (sign != 0 || (code >= 0x20 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF)))
    append_utf8(out, sign != 0 ? sign : char32_t{code});
  return out;
}

} // namespace

FieldText show_field(std::string_view code) {
  auto const name = take_word(code);
  if (same(name, "SYMBOL"))
    return {show_symbol(code)};
  if (same(name, "MACROBUTTON")) {
    take_word(code);
    return {std::string(trim(code)), true};
  }
  if (!same(name, "EQ"))
    return {};
  while (trim(code).starts_with("\\*")) // how Word lays out a reading aid
    take_word(code), take_word(code);
  auto text = show_equation(trim(code));
  bool const unread = !text;
  return {text.value_or(std::string()), false, unread};
}

bool shows_nothing(std::string_view code) {
  auto const name = take_word(code);
  return same(name, "SET") || same(name, "ASK");
}

bool is_page_field(std::string_view code) {
  constexpr std::array<std::string_view, 3> names = {"PAGE", "NUMPAGES", "SECTIONPAGES"};
  auto const name = take_word(code);
  return std::ranges::any_of(names, [&](auto known) { return same(name, known); });
}

} // namespace jixiao::docx
