#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/panels.hpp"
#include "rules/words.hpp"

#include <utility>

namespace jixiao {

namespace {

std::optional<Exact> in_yuan(Value const& value) {
  auto const exponent = value.unit && value.number ? money_exponent(*value.unit) : std::nullopt;
  if (!exponent)
    return std::nullopt;
  return shifted(*value.number, *exponent);
}

} // namespace

/// What an indicator allows for a cost, or says was spent, is within the fund of the year (财预〔2020〕10号: 成本
/// within the budget). A table of the whole period is of more than a year's money. Breaks it: ≤600000元 under a year's
/// total of 350,000.00元. Satisfies it: ≤350000元.
void check_cost_over_fund(FormCheck& form) {
  auto const* total = annual_total(form.form);
  if (!total)
    return form.needs("funds/year/total");
  auto const panels = panels_of(form.form.indicators);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (panels[i] < panels.back() || !is_cost(indicator))
      continue;
    for (auto const& [field, value] :
         {std::pair("target", &indicator.target), std::pair("actual", &indicator.actual)}) {
      auto const amount = *value ? in_yuan(**value) : std::nullopt;
      if (!amount)
        continue;
      form.judged();
      if (less(*total->yuan, *amount))
        form.report_indicator(i, field,
                              {{"text", (*value)->text}, {"total", printed_money(form.form, *total->number)}});
    }
  }
  form.needs("indicators of costs in money");
}

} // namespace jixiao
