#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// A budget that was not spent asks for its reason; how much is the profile's: 90 %, as in the form of 四川省.
/// Breaks it: an execution rate of 33.91%. Satisfies it: 96.36%.
void check_execution_rate_low(FormCheck& form) {
  auto const* rate = find_amount(form.form, "year", "total", "execution_rate");
  auto const* budget = find_amount(form.form, "year", "total", "revised_budget");
  if (!rate || (budget && !positive(*budget->number)))
    return form.needs("funds/year/total/execution_rate");
  form.judged();
  auto const percent = execution_percent(form.form);
  if (!percent)
    return form.needs("funds/year/total/execution_rate");
  if (less(*percent, form.profile.execution) && !has_reason_below(form.form))
    form.report_fund(*rate, {{"rate", to_string(*percent)}, {"least", to_string(form.profile.execution)}});
}

} // namespace jixiao
