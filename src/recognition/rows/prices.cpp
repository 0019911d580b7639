#include "recognition/rows/prices.hpp"

#include <jixiao/why.hpp>

namespace jixiao::recognition {

namespace prices {

namespace {

constexpr Charge free{Price::blank, 0};

bool is_words(Look look) { return look == Look::short_words || look == Look::words || look == Look::prose; }

Charge value(Look look) {
  switch (look) {
  case Look::number:
  case Look::percentage:
  case Look::quantity:
  case Look::money:
  case Look::deadline:
    return free;
  case Look::placeholder:
    return {Price::dash};
  case Look::short_words:
  case Look::grade:
  case Look::none:
    return {Price::short_words_as_value};
  case Look::words:
    return {Price::words_as_value};
  case Look::prose:
    return {Price::prose_as_value};
  case Look::unit:
    return {Price::unit_alone};
  case Look::nature:
  case Look::direction:
    return {Price::misfit};
  case Look::comparator:
    return {Price::impossible};
  default:
    return {Price::unlikely};
  }
}

Charge words(Look look) {
  switch (look) {
  case Look::short_words:
  case Look::words:
  case Look::prose:
  case Look::placeholder:
  case Look::grade:
    return free;
  case Look::deadline:
  case Look::unit:
    return {Price::unit_alone};
  case Look::quantity:
  case Look::money:
    return {Price::unlikely};
  default:
    return {Price::impossible};
  }
}

Charge name(Look look) {
  if (look == Look::coded || look == Look::placeholder)
    return {Price::dash_as_name};
  return look == Look::offered ? Charge{Price::unlisted} : words(look);
}

Charge group(Look look) {
  return look == Look::short_words   ? Charge{Price::unlikely}
         : look == Look::words       ? Charge{Price::misfit}
         : look == Look::placeholder ? Charge{Price::dash}
                                     : Charge{Price::impossible};
}

Charge points(Look look) {
  switch (look) {
  case Look::number:
    return free;
  case Look::placeholder:
    return {Price::dash};
  case Look::percentage:
    return {Price::misfit};
  default:
    return {Price::impossible};
  }
}

/// What cannot be worked out from the rest is seldom left out: a rate stands beside what was spent of what.
Charge missing_measure(std::string_view target) {
  if (target == "reason")
    return free;
  bool const derived =
      target == "weight" || target == "score" || target == "execution_rate" || target == "rate_to_date";
  return {derived                         ? Price::missing_derived
          : target == "initial_budget"    ? Price::missing_budget
          : target == "executed_expected" ? Price::missing_forecast
                                          : Price::missing_amount};
}

Charge amount(Look look) {
  return look == Look::number || look == Look::money || look == Look::quantity ? free : Charge{Price::impossible};
}

Charge measure(std::string_view target, Look look) {
  if (look == Look::placeholder)
    return {Price::dash};
  if (target == "reason" || target.empty())
    return is_words(look)                           ? free
           : look == Look::number && target.empty() ? Charge{Price::unlisted}
                                                    : Charge{Price::misfit};
  if (is_words(look))
    return {Price::impossible};
  if (target == "execution_rate" || target == "rate_to_date")
    return look == Look::percentage ? free
           : look == Look::number   ? Charge{Price::bare_rate}
                                    : Charge{Price::impossible};
  return target == "weight" || target == "score" ? points(look) : amount(look);
}

/// Nothing, or a dash, where the look is one of the column.
Charge only(bool suits, Look look, Price otherwise) {
  return suits ? free : Charge{look == Look::placeholder ? Price::dash : otherwise};
}

Charge unit(Look look) {
  return look == Look::unit || look == Look::none ? free
         : look == Look::placeholder              ? Charge{Price::dash}
         : look == Look::short_words              ? Charge{Price::words_as_unit}
                                                  : Charge{Price::impossible};
}

Charge remark(Look look) {
  constexpr double of_name = 0.6;
  if (look == Look::number)
    return {Price::unlikely};
  if (look == Look::none)
    return {Price::dash};
  auto const as_name = words(look);
  return {as_name.price, of_name * as_name.times};
}

} // namespace

Charge missing(Column const& column) {
  switch (column.kind) {
  case ColumnKind::level3:
    return {Price::missing_name};
  case ColumnKind::target:
  case ColumnKind::actual:
    return {Price::missing_value};
  case ColumnKind::weight:
  case ColumnKind::score:
    return {Price::missing_points};
  case ColumnKind::comparator:
  case ColumnKind::unit:
  case ColumnKind::unit_of_actual:
  case ColumnKind::definition:
  case ColumnKind::target_of:
    return {Price::missing_detail};
  case ColumnKind::measure:
    return column.once ? free : missing_measure(column.target);
  case ColumnKind::project_name:
  case ColumnKind::goal:
  case ColumnKind::budget:
    return free;
  default:
    return {Price::blank};
  }
}

Charge fit(Column const& column, Look look) {
  switch (column.kind) {
  case ColumnKind::level1: {
    constexpr double of_level2 = 1.1; // a group of level 1 with a local name has most often rows of level 2
    auto const as_level2 = group(look);
    return {as_level2.price, of_level2 * as_level2.times};
  }
  case ColumnKind::level2:
    return group(look);
  case ColumnKind::level3:
  case ColumnKind::project_name:
    return name(look);
  case ColumnKind::comparator:
  case ColumnKind::direction:
    return only(look == Look::comparator || look == Look::nature || look == Look::direction, look, Price::impossible);
  case ColumnKind::target:
  case ColumnKind::revised_target:
  case ColumnKind::actual:
  case ColumnKind::result_to_date:
  case ColumnKind::result_expected:
  case ColumnKind::target_of:
    return value(look);
  case ColumnKind::unit:
  case ColumnKind::unit_of_actual:
    return unit(look);
  case ColumnKind::weight:
  case ColumnKind::score:
    return points(look);
  case ColumnKind::coefficient:
  case ColumnKind::group_points:
    return look == Look::number || look == Look::percentage ? free : Charge{Price::impossible};
  case ColumnKind::budget:
    return look == Look::number || look == Look::money ? free : Charge{Price::impossible};
  case ColumnKind::measure:
    return measure(column.target, look);
  case ColumnKind::likelihood:
    return only(look == Look::likelihood || look == Look::tick, look, Price::unlikely);
  case ColumnKind::choice:
    return only(look == Look::tick, look, is_words(look) ? Price::misfit : Price::impossible);
  case ColumnKind::remark:
  case ColumnKind::definition:
  case ColumnKind::basis:
    return remark(look);
  case ColumnKind::unit_code:
    return look == Look::number ? free : Charge{Price::impossible};
  case ColumnKind::implementing_unit:
  case ColumnKind::supervising_department:
  case ColumnKind::project_category:
    return look == Look::coded ? free : Charge{is_words(look) ? Price::unlisted : Price::impossible};
  case ColumnKind::goal:
    return words(look);
  case ColumnKind::total_score:
    return points(look);
  case ColumnKind::grade:
    return only(look == Look::grade, look, is_words(look) ? Price::unlisted : Price::impossible);
  default:
    return free;
  }
}

} // namespace prices

} // namespace jixiao::recognition

namespace jixiao {

std::span<PriceEntry const> price_list() {
  static constexpr PriceEntry entries[] = {
#define PRICE(name, amount, reason, reason_zh) {#name, amount, reason, reason_zh},
#include "recognition/rows/prices.def"
#undef PRICE
  };
  return entries;
}

} // namespace jixiao
