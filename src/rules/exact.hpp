#pragma once

#include <jixiao/decimal.hpp>

#include <optional>

namespace jixiao {

/// A printed number in exact arithmetic of 128 bits, for comparing products of amounts without binary noise.
///
/// Choice: what overflows is known to be no number (`ok` is false), and no rule speaks of it. Price: amounts of more
/// than some 10^17 are not multiplied.
struct Exact {
  __extension__ using Wide = __int128;

  Wide coefficient = 0;
  int scale = 0;
  bool ok = true;

  Exact() = default;
  Exact(Decimal value) : coefficient(value.coefficient), scale(value.scale) {}
  Exact(int value) : coefficient(value) {}
};

Exact operator+(Exact a, Exact b);
Exact operator-(Exact a, Exact b);
Exact operator*(Exact a, Exact b);

/// `value` times a power of ten; the exponent may be negative.
Exact shifted(Exact value, int exponent);

Exact magnitude(Exact value);

/// Less than 0, 0 or more than 0; nothing when one is no number.
std::optional<int> compare(Exact a, Exact b);

inline bool less(Exact a, Exact b) { return compare(a, b).value_or(0) < 0; }
inline bool same(Exact a, Exact b) { return compare(a, b).value_or(1) == 0; }
inline bool positive(Exact a) { return less(0, a); }

/// True when the two are known to be further apart than `tolerance`.
inline bool apart(Exact a, Exact b, Exact tolerance) { return less(tolerance, magnitude(a - b)); }

/// One in the last printed digit: 0.01 for 12.30.
inline Exact last_digit(Decimal value) { return shifted(1, -value.scale); }

/// Rounded half up to `digits` behind the point; nothing when it fits no Decimal.
std::optional<Decimal> rounded(Exact value, int digits);

/// numerator / denominator, rounded half up to `digits` behind the point.
std::optional<Decimal> quotient(Exact numerator, Exact denominator, int digits);

} // namespace jixiao
