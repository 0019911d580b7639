#pragma once

#include "rules/exact.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace jixiao {

/// How two units stand to each other.
enum class UnitRelation : std::uint8_t { same, convertible, of_one_kind, unknown, different };

/// Units that are not printed, and 个, which counts anything, are `unknown`. 元, 万元 and 亿元 are convertible;
/// 小时 and 分钟, 米 and 公里 measure one thing, but are not compared.
UnitRelation relation(Text const& a, Text const& b);

/// A target with its actual value, both quantities in one unit.
struct Fulfilment {
  enum class Result : std::uint8_t { met, missed };

  Result result = Result::met;
  bool reverse = false; ///< less is better: ≤, <
  /// The target only says "=", of a cost: whether less than it is a success cannot be told.
  bool open = false;
  Exact target, actual;
};

/// Nothing when one of the two is missing, no single quantity, or in a unit that cannot be converted.
///
/// A target without a comparator, or with "=", is met by at least as much (100 % of a rate), of a cost by no more;
/// a target of zero only by zero.
std::optional<Fulfilment> fulfilment(Indicator const& indicator);

/// The points an indicator that missed its target has earned, in proportion (财预〔2020〕10号:
/// 按照完成值与指标值的比例计分); nothing where there is no proportion. The second part is the divisor: points = first
/// / second.
struct Proportion {
  Exact numerator, denominator;
};
std::optional<Proportion> proportional_points(Fulfilment const& result, Decimal weight);

/// True when a score cannot be told from points, by the tolerances of a profile: strict, or rounded to a whole number.
bool near_enough(Decimal score, Proportion const& points, Decimal strict, Decimal rounded);

} // namespace jixiao
