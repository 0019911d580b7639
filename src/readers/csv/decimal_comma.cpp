#include "readers/csv/decimal_comma.hpp"

#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::string_view digits = "0123456789", digits_and_marks = "0123456789.,";

/// The run of digits, points and commas that a field consists of, but for signs before and a unit behind it.
std::string_view number_in(std::string_view field) {
  auto const begin = field.find_first_of(digits);
  if (begin == std::string_view::npos)
    return {};
  auto const end = std::min(field.find_first_not_of(digits_and_marks, begin), field.size());
  bool const is_only = field.find_first_of(digits, end) == std::string_view::npos;
  return is_only ? field.substr(begin, end - begin) : std::string_view();
}

/// Groups of three behind the first, each behind the mark.
bool is_grouped(std::string_view whole, char mark) {
  auto const first = std::min(whole.find(mark), whole.size());
  if (first == 0 || first > 3)
    return false;
  for (auto rest = whole.substr(first); !rest.empty(); rest.remove_prefix(4))
    if (rest.size() < 4 || rest[0] != mark || rest.substr(1, 3).find_first_not_of(digits) != std::string_view::npos)
      return false;
  return true;
}

/// True for 36,5 and 1.234,50; 1,234 says nothing by itself and is taken for thousands.
bool has_decimal_comma(std::string_view number) {
  auto const comma = number.find(',');
  if (comma == std::string_view::npos || comma == 0 || number.find_first_of(",.", comma + 1) != std::string_view::npos)
    return false;
  auto const whole = number.substr(0, comma);
  bool const has_points = whole.find('.') != std::string_view::npos;
  auto const decimals = number.size() - comma - 1;
  return decimals > 0 && (has_points ? is_grouped(whole, '.') : decimals != 3 || whole.size() > 3);
}

} // namespace

void DecimalCommas::look_at(std::string_view field) {
  auto const number = number_in(trim(field));
  if (has_decimal_comma(number)) {
    ++by_comma;
    example = example.empty() ? trim(field) : example;
  } else if (number.find_first_of(".,") != std::string_view::npos) {
    ++by_point;
  }
}

std::string with_decimal_point(std::string_view field) {
  auto const number = number_in(field);
  if (!has_decimal_comma(number))
    return std::string(field);
  std::string out(field.substr(0, static_cast<std::size_t>(number.data() - field.data())));
  for (char const c : number)
    if (c != '.')
      out.push_back(c == ',' ? '.' : c);
  return out.append(field.substr(out.size() + static_cast<std::size_t>(std::ranges::count(number, '.'))));
}

} // namespace jixiao
