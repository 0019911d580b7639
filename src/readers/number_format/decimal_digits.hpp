#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace jixiao {

/// A number as its decimal digits: 0.DIGITS times ten to the power of `point`. No digit in front or at the end is zero;
/// zero has none. 12.5 is {false, "125", 2}.
///
/// Choice: a spreadsheet shows decimal digits, so they are rounded as such and never pass through floating point.
struct DecimalDigits {
  bool negative = false;
  std::string digits;
  int point = 0;

  bool is_zero() const { return digits.empty(); }
  bool is_whole() const { return static_cast<int>(digits.size()) <= point; }
};

/// `-?digits[.digits][E[+-]digits]`, of any length; nothing when the text is not wholly such a number or is out of a
/// double's range.
std::optional<DecimalDigits> read_decimal_digits(std::string_view text);

/// Keeps the first `count` digits, half away from zero.
void round_to_digits(DecimalDigits& number, int count);

/// Keeps `places` digits behind the decimal point, half away from zero.
void round_to_places(DecimalDigits& number, int places);

/// The digits before the decimal point, without zeros in front: empty below 1.
std::string whole_digits(DecimalDigits const& number);

/// The digits behind the decimal point, without zeros at the end.
std::string fraction_digits(DecimalDigits const& number);

/// Plain notation, as short as it gets: "-12.5".
std::string plain_text(DecimalDigits const& number);

} // namespace jixiao
