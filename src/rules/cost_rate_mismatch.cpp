#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 3> budgets{"预算", "概算", "资金"};

} // namespace

/// The part of the budget that an indicator of costs says was used is the execution rate. Breaks it:
/// 控制在预算内 98.87% (the amount, taken for a rate) beside an execution rate of 99.86%. Satisfies it: 99.86%.
void check_cost_rate_mismatch(FormCheck& form) {
  auto const rate = execution_percent(form.form);
  if (!rate)
    return form.needs("funds/year/total/execution_rate");
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    bool const economic = row.level2 == "经济成本指标" || row.level2 == "成本指标";
    if (!economic || !row.level3 || !contains_any(*row.level3, budgets) || !row.actual || !row.actual->number ||
        !row.actual->unit || !is_percent(*row.actual->unit))
      continue;
    form.judged();
    if (apart(*row.actual->number, *rate, Decimal{5, 2}))
      form.report_indicator(i, "actual",
                            {{"name", *row.level3}, {"actual", row.actual->text}, {"rate", to_string(*rate)}});
  }
  form.needs("indicators of costs in percent");
}

} // namespace jixiao
