#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

namespace {

/// Half of the last digit of each amount, as it changes the rate: amounts of whole 万元 are taken at their word.
Exact slack(Decimal rate, Decimal budget, Decimal executed) {
  Exact slack = last_digit(rate) * budget;
  if (budget.scale > 0 && executed.scale > 0)
    slack = slack + Exact(Decimal{50, 0}) * last_digit(executed) + Exact(rate) * last_digit(budget);
  return slack;
}

void judge(FormCheck& form, Fund const& rate, Decimal budget, Decimal executed) {
  form.judged();
  if (is_fraction(*rate.number, budget, executed))
    return;
  // rate / 100 against executed / budget, multiplied out.
  if (!apart(Exact(*rate.number) * budget, Exact(100) * executed, slack(*rate.number, budget, executed)))
    return;
  auto const real = quotient(Exact(100) * executed, budget, 2);
  form.report_fund(rate, {{"rate", to_string(*rate.number)},
                          {"executed", printed_money(form.form, executed)},
                          {"budget", printed_money(form.form, budget)},
                          {"expected", real ? to_string(*real) : std::string()}});
}

} // namespace

/// The execution rate is what was spent over the revised budget (B/A × 100 %), at the digits printed, rounded or cut
/// off (财预〔2020〕10号, form of the annex); 0.95 is 95 % as well. Breaks it: 100.00% of 95.00 over 100.00. Satisfies
/// it: 95.00%.
void check_execution_rate_mismatch(FormCheck& form) {
  for (auto const& rate : form.form.funds) {
    if (rate.measure != "execution_rate" || !rate.number)
      continue;
    auto const* budget = find_beside(form.form, rate, "revised_budget");
    auto const* executed = find_beside(form.form, rate, "executed");
    if (budget && executed && positive(*budget->number))
      judge(form, rate, *budget->number, *executed->number);
  }
  form.needs("funds/execution_rate, revised_budget or executed");
}

} // namespace jixiao
