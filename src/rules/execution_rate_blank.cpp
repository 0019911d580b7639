#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

#include <string>

namespace jixiao {

/// A self-evaluation that prints budget and spending prints their rate: it is scored (财预〔2020〕10号, form of the
/// annex). Breaks it: 全年预算数 880, 全年执行数 880, 执行率 blank. Satisfies it: 执行率 100%.
void check_execution_rate_blank(FormCheck& form) {
  auto const* rate = find_fund(form.form, "year", "total", "execution_rate");
  auto const* budget = find_amount(form.form, "year", "total", "revised_budget");
  auto const* executed = find_amount(form.form, "year", "total", "executed");
  if (!rate || !budget || !executed || !positive(*budget->number))
    return form.needs("funds/year/total");
  auto const number = static_cast<std::size_t>(rate - form.form.funds.data());
  if (!rate->number && form.lost("funds/" + std::to_string(number)))
    return form.needs("funds/year/total/execution_rate");
  form.judged();
  if (!rate->number)
    form.report_fund(*rate, {{"executed", printed_money(form.form, *executed->number)},
                             {"budget", printed_money(form.form, *budget->number)}});
}

} // namespace jixiao
