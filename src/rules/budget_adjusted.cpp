#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

constexpr int usual_change = 10; ///< percent of the initial budget: changes up to there are daily business

} // namespace

/// A budget that was changed within the year has its reason in the explanations (四川省's form asks for it). Small
/// changes are not meant. Breaks it: 年初预算数 120.00, 全年预算数 150.00. Satisfies it: 年初预算数 146.00.
void check_budget_adjusted(FormCheck& form) {
  auto const* initial = find_amount(form.form, "year", "total", "initial_budget");
  auto const* revised = find_amount(form.form, "year", "total", "revised_budget");
  // A total of 0 over its parts was not filled in: the part tells.
  if (initial && revised && is_zero_over_parts(form.form, *initial) && is_zero_over_parts(form.form, *revised)) {
    initial = find_amount(form.form, "year", "fiscal", "initial_budget");
    revised = find_amount(form.form, "year", "fiscal", "revised_budget");
  }
  if (!initial || !revised)
    return form.needs(initial ? "funds/year/total/revised_budget" : "funds/year/total/initial_budget");
  form.judged();
  if (positive(*initial->number) && !has_reason_below(form.form) &&
      less(Exact(usual_change) * *initial->number, Exact(100) * magnitude(Exact(*revised->number) - *initial->number)))
    form.report_fund(*revised, {{"initial", printed_money(form.form, *initial->number)},
                                {"revised", printed_money(form.form, *revised->number)}});
}

} // namespace jixiao
