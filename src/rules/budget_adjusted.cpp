#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// A budget that was changed within the year has its reason in the explanations (四川省's form asks for it).
/// Breaks it: 年初预算数 120.00, 全年预算数 150.00. Satisfies it: the same amount in both.
void check_budget_adjusted(FormCheck& form) {
  auto const* initial = find_amount(form.form, "year", "total", "initial_budget");
  auto const* revised = find_amount(form.form, "year", "total", "revised_budget");
  if (!initial || !revised)
    return form.needs(initial ? "funds/year/total/revised_budget" : "funds/year/total/initial_budget");
  form.judged();
  if (positive(*initial->number) && !same(*initial->number, *revised->number))
    form.report_fund(*revised, {{"initial", to_string(*initial->number)}, {"revised", to_string(*revised->number)}});
}

} // namespace jixiao
