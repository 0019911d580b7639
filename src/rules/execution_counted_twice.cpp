#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 3> executions{"预算执行率", "资金执行率", "预算完成率"};
constexpr std::array<std::string_view, 3> of_budget{"预算", "概算", "资金"};

/// A cost in percent of the budget whose result is the execution rate.
bool is_rate_again(Indicator const& row, Decimal rate) {
  bool const economic = row.level2 == "经济成本指标" || row.level2 == "成本指标";
  return economic && row.level3 && contains_any(*row.level3, of_budget) && row.actual && row.actual->number &&
         row.actual->unit && is_percent(*row.actual->unit) && less(rate, 100) &&
         !apart(*row.actual->number, rate, Decimal{5, 2});
}

} // namespace

/// The execution of the budget has its own points; as an indicator it counts a second time. Breaks it: 成本指标
/// 预算执行率, or 控制在预算范围内 67.76% beside an execution rate of 67.76%. Satisfies it: 项目总成本 ≤91万元.
void check_execution_counted_twice(FormCheck& form) {
  auto const* weight = execution_weight(form.form);
  if (!weight || !positive(*weight->number))
    return form.needs("funds/year/total/weight");
  form.judged();
  auto const rate = execution_percent(form.form);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    bool const named = row.level3 && contains_any(*row.level3, executions);
    if ((named || (rate && is_rate_again(row, *rate))) && (!row.weight || positive(*row.weight)))
      form.report_indicator(i, "level3", {{"name", row.level3.value_or("")}});
  }
}

} // namespace jixiao
