#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// What was spent is at most the revised budget: more asks for a revision first (预算法 第十三条: no spending without a
/// budget). Where the rate is printed above 100 %, that is said of the rate. Breaks it: 全年执行数 58.20 of
/// 全年预算数 58.00. Satisfies it: 55.10 of 58.00.
void check_executed_over_budget(FormCheck& form) {
  for (auto const& executed : form.form.funds) {
    if (executed.measure != "executed" || !executed.number)
      continue;
    auto const* budget = find_beside(form.form, executed, "revised_budget");
    auto const* rate = find_beside(form.form, executed, "execution_rate");
    if (!budget || (rate && less(100, *rate->number)))
      continue;
    form.judged();
    if (less(*budget->number, *executed.number))
      form.report_fund(executed, {{"executed", printed_money(form.form, *executed.number)},
                                  {"budget", printed_money(form.form, *budget->number)}});
  }
  form.needs("funds/executed or revised_budget");
}

} // namespace jixiao
