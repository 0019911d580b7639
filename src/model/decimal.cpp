#include <jixiao/decimal.hpp>

#include <algorithm>
#include <array>
#include <cstddef>

namespace jixiao {
namespace {

constexpr int max_digits = 18;

constexpr auto powers_of_ten = [] {
  std::array<std::int64_t, max_digits + 1> powers{1};
  for (std::size_t i = 1; i < powers.size(); ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}();

std::int64_t power_of_ten(int exponent) { return powers_of_ten[static_cast<std::size_t>(exponent)]; }

// Two scales are at most 18 apart, so an aligned coefficient has at most 36 digits.
__extension__ using Wide = __int128;

Wide aligned(Decimal value, int scale) { return Wide{value.coefficient} * power_of_ten(scale - value.scale); }

std::optional<Decimal> narrowed(Wide coefficient, int scale) {
  Wide const limit = power_of_ten(max_digits);
  if (coefficient >= limit || coefficient <= -limit)
    return std::nullopt;
  return Decimal{static_cast<std::int64_t>(coefficient), scale};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads digits into `value`; false when they grow past what a Decimal keeps.
bool read_digits(char const*& at, char const* end, std::int64_t& value) {
  for (; at != end && is_digit(*at); ++at) {
    if (value >= powers_of_ten[max_digits - 1])
      return false;
    value = value * 10 + (*at - '0');
  }
  return true;
}

/// Reads `digits` or groups of three behind one to three digits.
bool read_integer(char const*& at, char const* end, std::int64_t& value) {
  char const* const begin = at;
  if (!read_digits(at, end, value) || at == begin)
    return false;
  if (at != end && *at == ',' && at - begin > 3)
    return false;
  while (at != end && *at == ',') {
    char const* const group = ++at;
    if (!read_digits(at, end, value) || at - group != 3)
      return false;
  }
  return true;
}

} // namespace

JIXIAO_PUBLIC bool operator==(Decimal const& a, Decimal const& b) {
  int const scale = std::max(a.scale, b.scale);
  return aligned(a, scale) == aligned(b, scale);
}

JIXIAO_PUBLIC bool operator<(Decimal const& a, Decimal const& b) {
  int const scale = std::max(a.scale, b.scale);
  return aligned(a, scale) < aligned(b, scale);
}

std::optional<Decimal> parse_decimal(std::string_view text) {
  char const* at = text.data();
  char const* const end = at + text.size();
  bool const negative = at != end && *at == '-';
  if (negative)
    ++at;
  Decimal result;
  if (!read_integer(at, end, result.coefficient))
    return std::nullopt;
  if (at != end && *at == '.') {
    char const* const fraction = ++at;
    if (!read_digits(at, end, result.coefficient) || at == fraction || at - fraction > max_digits)
      return std::nullopt;
    result.scale = static_cast<int>(at - fraction);
  }
  if (at != end)
    return std::nullopt;
  if (negative)
    result.coefficient = -result.coefficient;
  return result;
}

std::string to_string(Decimal value) {
  std::array<char, 2 * max_digits + 4> digits{};
  auto out = digits.end();
  bool const negative = value.coefficient < 0;
  auto rest = negative ? -static_cast<std::uint64_t>(value.coefficient) : static_cast<std::uint64_t>(value.coefficient);
  for (int place = 0; rest != 0 || place <= value.scale; ++place) {
    if (place == value.scale && place != 0)
      *--out = '.';
    *--out = static_cast<char>('0' + rest % 10);
    rest /= 10;
  }
  if (negative)
    *--out = '-';
  return {out, digits.end()};
}

std::optional<Decimal> add(Decimal a, Decimal b) {
  int const scale = std::max(a.scale, b.scale);
  return narrowed(aligned(a, scale) + aligned(b, scale), scale);
}

std::optional<Decimal> times_power_of_ten(Decimal value, int exponent) {
  if (exponent > 2 * max_digits || exponent < -max_digits)
    return std::nullopt;
  int const scale = value.scale - exponent;
  if (scale > max_digits)
    return std::nullopt;
  if (scale >= 0)
    return Decimal{value.coefficient, scale};
  if (value.coefficient == 0)
    return Decimal{};
  if (scale < -max_digits)
    return std::nullopt;
  return narrowed(Wide{value.coefficient} * power_of_ten(-scale), 0);
}

double to_double(Decimal value) {
  return static_cast<double>(value.coefficient) / static_cast<double>(power_of_ten(value.scale));
}

} // namespace jixiao
