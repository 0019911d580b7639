#include "readers/shown/numbers.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {
namespace {

constexpr std::size_t longest_number = 48; // bytes

constexpr bool is_ascii_numeral(char c) { return c >= '0' && c <= '9'; }

std::string_view take_numerals(std::string_view& text) {
  auto const end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii_numeral) - text.begin());
  auto const numerals = text.substr(0, end);
  text.remove_prefix(end);
  return numerals;
}

/// Length of a space that keeps the groups of a number together; 0 for another character.
std::size_t joining_space(std::string_view text) {
  if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80)
    return 0;
  auto const c = character_at(text, 0);
  return c.value == 0xA0 || c.value == 0x2007 || c.value == 0x2009 || c.value == 0x202F ? c.length : 0;
}

/// The digits of a number with its point moved to the right.
std::string shifted(std::string whole, std::string_view decimals, int exponent) {
  auto const all = whole + std::string(decimals);
  auto const point = static_cast<int>(whole.size()) + exponent;
  auto const count = static_cast<int>(all.size());
  if (point <= 0)
    return "0." + std::string(static_cast<std::size_t>(-point), '0') + all;
  if (point >= count)
    return all + std::string(static_cast<std::size_t>(point - count), '0');
  return all.substr(0, static_cast<std::size_t>(point)) + "." + all.substr(static_cast<std::size_t>(point));
}

} // namespace

std::optional<std::string> plain_scientific(std::string_view text) {
  constexpr int largest = 17, smallest = -8; // of exponents
  if (text.size() > longest_number)
    return std::nullopt;
  std::string sign;
  if (text.starts_with('-'))
    sign = "-", text.remove_prefix(1);
  auto const whole = take_numerals(text);
  std::string_view decimals;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    decimals = take_numerals(text);
  }
  bool const is_written_so =
      whole.size() == 1 && text.size() > 2 && (text[0] == 'E' || text[0] == 'e') && (text[1] == '+' || text[1] == '-');
  if (!is_written_so)
    return std::nullopt;
  text.remove_prefix(text[1] == '+' ? 2 : 1);
  int exponent = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  if (error != std::errc() || end != text.data() + text.size() || exponent > largest || exponent < smallest)
    return std::nullopt;
  return sign + shifted(std::string(whole), decimals, exponent);
}

std::optional<std::string> without_spaces_at_commas(std::string_view text) {
  constexpr std::size_t group = 3;
  if (text.size() > longest_number || text.find(' ') == std::string_view::npos)
    return std::nullopt;
  std::string out(take_numerals(text));
  if (out.empty() || out.size() > group)
    return std::nullopt;
  while (!text.empty() && text.front() != '.') {
    auto const comma = text.find_first_not_of(' ');
    if (comma == std::string_view::npos || text[comma] != ',')
      return std::nullopt;
    text.remove_prefix(comma + 1);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    auto const numerals = take_numerals(text);
    if (numerals.size() != group)
      return std::nullopt;
    out.append(",").append(numerals);
  }
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    auto const decimals = take_numerals(text);
    if (decimals.empty() || !text.empty())
      return std::nullopt;
    out.append(".").append(decimals);
  }
  return out;
}

std::optional<std::string> grouped_by_commas(std::string_view text) {
  if (text.size() > longest_number)
    return std::nullopt;
  auto const first = take_numerals(text);
  if (first.empty() || first.size() > 3 || joining_space(text) == 0)
    return std::nullopt;
  std::string out(first);
  while (auto const space = joining_space(text)) {
    auto rest = text.substr(space);
    if (auto const group = take_numerals(rest); group.size() == 3)
      out.append(",").append(group);
    else if (group.empty())
      break; // before a unit
    else
      return std::nullopt;
    text = rest;
  }
  bool const goes_on = text.size() > 1 && text[0] == '.' && is_ascii_numeral(text[1]);
  auto const behind = goes_on ? text.substr(1) : text;
  if (out.size() == first.size() ||
      std::ranges::any_of(goes_on ? behind.substr(1) : behind, [](char c) { return c == ','; }))
    return std::nullopt;
  return out.append(text);
}

} // namespace jixiao
