#include "rules/fulfilment.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {

namespace {

using Units = std::array<std::string_view, 12>;

constexpr Units kinds[] = {{"小时", "分钟", "秒", "天", "日", "工作日", "个工作日", "周", "个月", "月", "年", "自然日"},
                           {"米", "m", "M", "公里", "千米", "km", "厘米", "毫米", "万米", "延米", "里", "cm"},
                           {"吨", "公斤", "千克", "斤", "万吨", "克", "kg", "t", "亿吨", "万斤", "毫克", "g"}};

bool of_one_kind(std::string_view a, std::string_view b) {
  return std::ranges::any_of(kinds, [&](Units const& units) {
    return std::ranges::find(units, a) != units.end() && std::ranges::find(units, b) != units.end();
  });
}

bool is_whole(Decimal value) {
  for (; value.scale > 0; --value.scale)
    if (value.coefficient % 10 != 0)
      return false;
    else
      value.coefficient /= 10;
  return true;
}

/// In 元 where it is money, else as printed.
Exact in_base_unit(Value const& value, Decimal number) {
  auto const exponent = value.unit ? money_exponent(*value.unit) : std::nullopt;
  return exponent ? shifted(number, *exponent) : Exact(number);
}

bool comparable(Value const& target, Value const& actual) {
  auto const units = relation(target.unit, actual.unit);
  if (units == UnitRelation::different || units == UnitRelation::of_one_kind)
    return false;
  // 0.97 for 97 %, and amounts without their unit: nobody can tell.
  bool const one_lacks = target.unit.has_value() != actual.unit.has_value();
  auto const& unit = target.unit ? target.unit : actual.unit;
  if (one_lacks && unit && (money_exponent(*unit) || (is_percent(*unit) && !less(1, *actual.number))))
    return false;
  return true;
}

bool is_single(std::optional<Value> const& value) {
  return value && value->kind == ValueKind::quantity && value->number && !value->upper;
}

Fulfilment::Result result_of(Comparator op, bool cost, Exact target, Exact actual) {
  auto const order = compare(actual, target).value_or(0);
  bool met = order >= 0;
  switch (op) {
  case Comparator::at_most:
    met = order <= 0;
    break;
  case Comparator::less:
    met = order < 0;
    break;
  case Comparator::greater:
    met = order > 0;
    break;
  case Comparator::none:
  case Comparator::equal:
    if (cost)
      met = order <= 0;
    else if (same(target, 0))
      met = order == 0;
    break;
  default:
    break;
  }
  return met ? Fulfilment::Result::met : Fulfilment::Result::missed;
}

} // namespace

UnitRelation relation(Text const& a, Text const& b) {
  if (!a || !b || a->empty() || b->empty())
    return UnitRelation::unknown;
  if (*a == *b || (is_percent(*a) && is_percent(*b)))
    return UnitRelation::same;
  if (money_exponent(*a) && money_exponent(*b))
    return UnitRelation::convertible;
  if (of_one_kind(*a, *b))
    return UnitRelation::of_one_kind;
  bool const percent = is_percent(*a) || is_percent(*b), money = money_exponent(*a) || money_exponent(*b);
  if ((*a == "个" || *b == "个") && !percent && !money)
    return UnitRelation::unknown;
  // 篇 of ≥3篇/年 and the like: one says more than the other.
  if (a->find(*b) != a->npos || b->find(*a) != b->npos)
    return percent || money ? UnitRelation::different : UnitRelation::unknown;
  return UnitRelation::different;
}

std::optional<Fulfilment> fulfilment(Indicator const& indicator) {
  if (!is_single(indicator.target) || !is_single(indicator.actual))
    return std::nullopt;
  auto const &target = *indicator.target, &actual = *indicator.actual;
  if (!comparable(target, actual))
    return std::nullopt;
  Fulfilment out;
  out.target = in_base_unit(target, *target.number);
  out.actual = in_base_unit(actual, *actual.number);
  if (!compare(out.target, out.actual))
    return std::nullopt;
  bool const equal = target.op == Comparator::equal || target.op == Comparator::none;
  out.reverse = target.op == Comparator::at_most || target.op == Comparator::less || (equal && is_cost(indicator));
  out.open = equal && is_cost(indicator) && less(out.actual, out.target);
  out.result = result_of(target.op, is_cost(indicator), out.target, out.actual);
  return out;
}

std::optional<Proportion> proportional_points(Fulfilment const& result, Decimal weight) {
  auto const& [part, whole] = result.reverse && !result.open ? std::pair(result.target, result.actual)
                                                             : std::pair(result.actual, result.target);
  if (!positive(whole) || less(part, 0))
    return std::nullopt;
  return Proportion{Exact(weight) * part, whole};
}

bool near_enough(Decimal score, Proportion const& points, Decimal strict, Decimal rounded) {
  auto const tolerance = is_whole(score) ? rounded : strict;
  return !apart(Exact(score) * points.denominator, points.numerator, Exact(tolerance) * points.denominator);
}

} // namespace jixiao
