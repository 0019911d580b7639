#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

namespace {

void judge(FormCheck& form, Fund const* less_one, Fund const* more_one, std::string_view what, std::string_view than) {
  if (!less_one || !more_one)
    return;
  form.judged();
  if (less(*more_one->number, *less_one->number))
    form.report_fund(*less_one, {{"what", what},
                                 {"amount", printed_money(form.form, *less_one->number)},
                                 {"than", than},
                                 {"limit", printed_money(form.form, *more_one->number)}});
}

} // namespace

/// In monitoring, what was spent so far is no more than what will be spent in the year, and that no more than the
/// budget (财预〔2019〕136号). Breaks it: 1-7月执行数 210, 全年预计执行数 180. Satisfies it: 210 and 300.
void check_spending_out_of_order(FormCheck& form) {
  for (auto const& fund : form.form.funds) {
    if (fund.measure != "executed_to_date" && fund.measure != "executed_expected")
      continue;
    if (!fund.number)
      continue;
    auto const amount = [&](std::string_view measure) {
      return find_amount(form.form, fund.scope, fund.item, measure);
    };
    auto const* budget = amount("revised_budget");
    budget = budget ? budget : amount("initial_budget");
    auto const* expected = amount("executed_expected");
    if (fund.measure == "executed_expected")
      judge(form, &fund, budget, "what is expected to be spent in the year", "the budget");
    else if (expected)
      judge(form, &fund, expected, "what was spent so far", "what is expected to be spent in the year");
    else
      judge(form, &fund, budget, "what was spent so far", "the budget");
  }
  form.needs("funds/executed_to_date or executed_expected");
}

} // namespace jixiao
