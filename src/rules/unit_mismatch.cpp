#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"

namespace jixiao {

/// Target and actual value of an indicator are in one unit, or in units of which one can be told from the other (元,
/// 万元, 亿元). Breaks it: ≥200(平方米), 0.3(亩). Satisfies it: ≥200(平方米), 210(平方米).
void check_unit_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const &target = indicator.target, &actual = indicator.actual;
    if (!target || !actual || !target->number || !actual->number || !target->unit || !actual->unit)
      continue;
    form.judged();
    if (relation(target->unit, actual->unit) == UnitRelation::different)
      form.report_indicator(i, "actual", {{"target", *target->unit}, {"actual", *actual->unit}});
  }
  form.needs("indicators/target or actual with units");
}

} // namespace jixiao
