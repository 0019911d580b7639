#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// A budget that is there for the year was asked for before it (预算法: no spending without a budget); 0 at its
/// beginning is a blank that was filled, or money that came later and asks for its reason. Breaks it: 年初预算数 0.00,
/// 全年预算数 185.01. Satisfies it: 180.00 and 185.01.
void check_initial_budget_zero(FormCheck& form) {
  auto const* initial = find_amount(form.form, "year", "total", "initial_budget");
  auto const* revised = find_amount(form.form, "year", "total", "revised_budget");
  if (!initial || !revised)
    return form.needs(initial ? "funds/year/total/revised_budget" : "funds/year/total/initial_budget");
  form.judged();
  if (!positive(*initial->number) && positive(*revised->number))
    form.report_fund(*initial, {{"initial", printed_money(form.form, *initial->number)},
                                {"revised", printed_money(form.form, *revised->number)}});
}

} // namespace jixiao
