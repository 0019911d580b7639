#pragma once

#include <jixiao/export.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace jixiao JIXIAO_PUBLIC {

/// A decimal number that remembers its printed digits: `100.00` is {10000, 2}, not 100.
///
/// Choice: an integer with a scale, never floating point, so that sums of amounts are exact and the
/// printed digits survive. Price: at most 18 significant digits; parse_decimal() refuses more.
struct Decimal {
  std::int64_t coefficient = 0;
  int scale = 0; ///< digits behind the point, 0..18

  /// Same value, whatever the scale: 1.0 and 1.00 are equal.
  friend bool operator==(Decimal const& a, Decimal const& b);
  friend bool operator<(Decimal const& a, Decimal const& b);
};

/// `-?digits[.digits]`, with `,` allowed as a separator of groups of three. Nothing when the text is
/// not wholly such a number or has more than 18 significant digits.
std::optional<Decimal> parse_decimal(std::string_view text);

/// The printed digits, without separators: "1234.50".
std::string to_string(Decimal value);

/// Exact sum; nothing on overflow.
std::optional<Decimal> add(Decimal a, Decimal b);

/// Exact product with a power of ten: scaled_by_ten(10.00, 4) is 100000. Nothing on overflow.
std::optional<Decimal> times_power_of_ten(Decimal value, int exponent);

/// For ratios and tolerances only; amounts are compared and added as decimals.
double to_double(Decimal value);

} // namespace jixiao
