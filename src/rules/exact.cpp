#include "rules/exact.hpp"

#include <algorithm>
#include <limits>

namespace jixiao {

namespace {

constexpr int deepest_scale = 36;

Exact none() {
  Exact value;
  value.ok = false;
  return value;
}

/// `value` with at least `scale` digits behind the point.
Exact at_scale(Exact value, int scale) {
  if (!value.ok || scale > deepest_scale)
    return none();
  for (; value.scale < scale; ++value.scale)
    if (__builtin_mul_overflow(value.coefficient, Exact::Wide(10), &value.coefficient))
      return none();
  return value;
}

} // namespace

Exact operator+(Exact a, Exact b) {
  auto const scale = std::max(a.scale, b.scale);
  a = at_scale(a, scale);
  b = at_scale(b, scale);
  if (!a.ok || !b.ok || __builtin_add_overflow(a.coefficient, b.coefficient, &a.coefficient))
    return none();
  return a;
}

Exact operator-(Exact a, Exact b) {
  b.coefficient = -b.coefficient;
  return a + b;
}

Exact operator*(Exact a, Exact b) {
  if (!a.ok || !b.ok || __builtin_mul_overflow(a.coefficient, b.coefficient, &a.coefficient))
    return none();
  a.scale += b.scale;
  return a;
}

Exact shifted(Exact value, int exponent) {
  value.scale -= exponent;
  return value.scale < 0 ? at_scale(value, 0) : value;
}

Exact magnitude(Exact value) {
  if (value.coefficient < 0)
    value.coefficient = -value.coefficient;
  return value;
}

std::optional<int> compare(Exact a, Exact b) {
  auto const difference = a - b;
  if (!difference.ok)
    return std::nullopt;
  return difference.coefficient < 0 ? -1 : difference.coefficient > 0 ? 1 : 0;
}

std::optional<Decimal> rounded(Exact value, int digits) { return quotient(value, 1, digits); }

std::optional<Decimal> quotient(Exact numerator, Exact denominator, int digits) {
  auto const scale = std::max(numerator.scale, denominator.scale);
  auto a = at_scale(numerator, scale), b = at_scale(denominator, scale);
  for (int i = 0; i <= digits && a.ok; ++i)
    if (__builtin_mul_overflow(a.coefficient, Exact::Wide(10), &a.coefficient))
      a.ok = false;
  if (!a.ok || !b.ok || b.coefficient == 0)
    return std::nullopt;
  auto const more = a.coefficient / b.coefficient;
  auto const coefficient = (more + (more < 0 ? -5 : 5)) / 10;
  constexpr Exact::Wide most = std::numeric_limits<std::int64_t>::max();
  if (coefficient > most || coefficient < -most)
    return std::nullopt;
  return Decimal{static_cast<std::int64_t>(coefficient), digits};
}

} // namespace jixiao
