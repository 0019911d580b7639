#include "readers/number_format/decimal_digits.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao {
namespace {

constexpr int largest_exponent = 400; // a little more than a double has

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Takes digits off the front of `text` and appends them.
std::size_t take_digits(std::string_view& text, std::string& digits) {
  auto const end = std::ranges::find_if_not(text, is_digit);
  auto const count = static_cast<std::size_t>(end - text.begin());
  digits += text.substr(0, count);
  text.remove_prefix(count);
  return count;
}

/// The exponent `text` wholly is ("E+05"); 0 when it is empty.
std::optional<int> read_exponent(std::string_view text) {
  if (text.empty())
    return 0;
  if (text.front() != 'E' && text.front() != 'e')
    return std::nullopt;
  text.remove_prefix(1);
  if (text.starts_with('+') && !text.starts_with("+-"))
    text.remove_prefix(1);
  int exponent = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
  bool const whole = error == std::errc() && end == text.data() + text.size();
  return whole ? std::optional(exponent) : std::nullopt;
}

void normalise(DecimalDigits& number) {
  auto& digits = number.digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  auto const zeros = std::min(digits.find_first_not_of('0'), digits.size());
  digits.erase(0, zeros);
  number.point = digits.empty() ? 0 : number.point - static_cast<int>(zeros);
}

} // namespace

std::optional<DecimalDigits> read_decimal_digits(std::string_view text) {
  constexpr std::size_t longest = 4096;
  DecimalDigits number;
  number.negative = text.starts_with('-');
  text.remove_prefix(number.negative ? 1 : 0);
  if (text.size() > longest)
    return std::nullopt;
  auto const before = take_digits(text, number.digits);
  std::size_t behind = 0;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    behind = take_digits(text, number.digits);
  }
  auto const exponent = read_exponent(text);
  if (before + behind == 0 || !exponent || *exponent > largest_exponent || *exponent < -largest_exponent)
    return std::nullopt;
  number.point = static_cast<int>(before) + *exponent;
  normalise(number);
  if (number.point > largest_exponent || number.point < -largest_exponent)
    return std::nullopt;
  return number;
}

void round_to_digits(DecimalDigits& number, int count) {
  auto& digits = number.digits;
  if (count >= static_cast<int>(digits.size()))
    return;
  bool const up = count >= 0 && digits[static_cast<std::size_t>(count)] >= '5';
  digits.resize(static_cast<std::size_t>(std::max(count, 0)));
  if (up) {
    auto const last = digits.find_last_not_of('9'); // npos + 1 is 0: all nines
    digits.resize(last + 1);
    if (digits.empty()) {
      digits = "1";
      ++number.point;
    } else {
      ++digits.back();
    }
  }
  normalise(number);
}

void round_to_places(DecimalDigits& number, int places) { round_to_digits(number, number.point + places); }

std::string whole_digits(DecimalDigits const& number) {
  if (number.point <= 0)
    return {};
  auto const count = static_cast<std::size_t>(number.point);
  auto whole = number.digits.substr(0, count);
  whole.resize(count, '0');
  return whole;
}

std::string fraction_digits(DecimalDigits const& number) {
  if (number.is_whole())
    return {};
  if (number.point >= 0)
    return number.digits.substr(static_cast<std::size_t>(number.point));
  return std::string(static_cast<std::size_t>(-number.point), '0') + number.digits;
}

std::string plain_text(DecimalDigits const& number) {
  std::string text = number.negative && !number.is_zero() ? "-" : "";
  auto const whole = whole_digits(number), fraction = fraction_digits(number);
  text += whole.empty() ? "0" : whole;
  if (!fraction.empty())
    (text += '.') += fraction;
  return text;
}

} // namespace jixiao
