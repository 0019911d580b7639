#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 3> executions{"预算执行率", "资金执行率", "预算完成率"};

} // namespace

/// The execution of the budget has its own points; as an indicator it counts a second time. Breaks it: 成本指标
/// 预算执行率 beside 10 points for the execution. Satisfies it: 项目总成本 ≤91万元.
void check_execution_counted_twice(FormCheck& form) {
  auto const* weight = execution_weight(form.form);
  if (!weight || !positive(*weight->number))
    return form.needs("funds/year/total/weight");
  form.judged();
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    if (row.level3 && contains_any(*row.level3, executions) && (!row.weight || positive(*row.weight)))
      form.report_indicator(i, "level3", {{"name", *row.level3}});
  }
}

} // namespace jixiao
