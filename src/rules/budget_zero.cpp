#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// A revised budget of nothing has no execution rate, so no points can be given for it.
/// Breaks it: 全年预算数 0.00 with 分值 10. Satisfies it: 全年预算数 58.00 with 分值 10.
void check_budget_zero(FormCheck& form) {
  auto const* budget = find_amount(form.form, "year", "total", "revised_budget");
  auto const* weight = execution_weight(form.form);
  if (!budget || !weight)
    return form.needs(budget ? "funds/year/total/weight" : "funds/year/total/revised_budget");
  if (is_zero_over_parts(form.form, *budget))
    return form.needs("funds/year/total/revised_budget");
  form.judged();
  if (same(*budget->number, 0) && positive(*weight->number))
    form.report_fund(*budget, {{"weight", to_string(*weight->number)}});
}

} // namespace jixiao
