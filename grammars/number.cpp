#include "grammars/number.hpp"

#include "grammars/x3_support.hpp"

#include <string>

namespace jixiao::grammars {
namespace {

auto const minus = x3::lit('-') | "－" | "−";
auto const decimal_point = x3::lit('.') | "．";
auto const comma = x3::lit(',') | "，";

auto const group = comma >> digit >> digit >> digit >> !digit;
auto const head = digit >> -digit >> -digit;
auto const integer = (head >> +group) | +digit;
auto const printed_number = slice[-minus >> integer >> -(decimal_point >> +digit)];

// What shows that the number goes on and is broken: a group of two digits, a second point.
auto const broken = (comma | decimal_point) >> digit;

bool is_ascii(std::string_view text) {
  for (char c : text)
    if (static_cast<unsigned char>(c) >= 0x80)
      return false;
  return true;
}

/// Full-width digits, points, commas (U+FF0C to U+FF19) and minus signs as ASCII.
std::string narrow(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      result += text[i];
      continue;
    }
    auto const third = static_cast<unsigned char>(text[i + 2]);
    bool const full_width = text[i] == '\xEF';
    result += full_width ? static_cast<char>(third - 0x60) : '-';
    i += 2;
  }
  return result;
}

bool is_ascii_digit(std::string_view text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t end_of_digits(std::string_view text, std::size_t at) {
  while (is_ascii_digit(text, at))
    ++at;
  return at;
}

/// Bytes of a number in ASCII with nothing behind it that could be more of it: 12, 360,000.00, as nearly all are; 0
/// where the grammar has to be asked.
std::size_t plain_length(std::string_view text) {
  auto end = end_of_digits(text, 0);
  if (end == 0)
    return 0;
  for (bool const grouped = end <= 3; grouped && end < text.size() && text[end] == ','; end += 4)
    if (end_of_digits(text, end + 1) != end + 4)
      return 0;
  if (end < text.size() && text[end] == '.' && is_ascii_digit(text, end + 1))
    end = end_of_digits(text, end + 1);
  // A wide sign begins with this byte.
  bool const more = end < text.size() && (text[end] == ',' || text[end] == '.' || text[end] == '\xEF');
  return more ? 0 : end;
}

} // namespace

Match<Decimal> match_number(std::string_view text) {
  if (auto const length = plain_length(text); length > 0) {
    auto const value = parse_decimal(text.substr(0, length));
    return value ? matched(*value, length) : malformed<Decimal>(0);
  }
  char const* at = text.data();
  char const* const end = at + text.size();
  Slice printed;
  if (!x3::parse(at, end, printed_number, printed))
    return {};
  auto const length = static_cast<std::size_t>(at - text.data());
  if (x3::parse(at, end, broken))
    return malformed<Decimal>(length);
  auto const value = is_ascii(printed.text) ? parse_decimal(printed.text) : parse_decimal(narrow(printed.text));
  return value ? matched(*value, length) : malformed<Decimal>(0);
}

} // namespace jixiao::grammars
