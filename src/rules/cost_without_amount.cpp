#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

/// A cost is held against an amount; 100 % of a budget that is not named is met by spending all of it. A form that
/// gives an amount in another row is not meant, nor is a standard that others fixed. Breaks it: 控制在预算范围内 =100%.
/// Satisfies it: 项目总成本 ≤35万元; 补助标准执行率 =100%.
void check_cost_without_amount(FormCheck& form) {
  auto const& rows = form.form.indicators;
  bool const amount = std::ranges::any_of(rows, [](Indicator const& one) {
    return is_cost(one) && one.target && one.target->unit && money_exponent(*one.target->unit);
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& target = rows[i].target;
    bool const economic = rows[i].level2 == "经济成本指标" || rows[i].level2 == "成本指标";
    if (!economic || !target || !target->number || !target->unit)
      continue;
    form.judged();
    bool const exact = target->op == Comparator::none || target->op == Comparator::equal;
    bool const fixed = rows[i].level3 && rows[i].level3->find("标准") != std::string::npos;
    if (!amount && !fixed && exact && is_percent(*target->unit) && same(*target->number, 100))
      form.report_indicator(i, "target", {{"name", rows[i].level3.value_or("")}, {"target", target->text}});
  }
  form.needs("indicators of costs");
}

} // namespace jixiao
