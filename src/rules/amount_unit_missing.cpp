#include "rules/rules.hpp"

#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

/// Amounts without a unit of money (元, 万元) say nothing.
/// Breaks it: 项目资金 | 60.00 without a unit anywhere. Satisfies it: 项目资金（万元） | 60.00.
void check_amount_unit_missing(FormCheck& form) {
  auto const amount =
      std::ranges::find_if(form.form.funds, [](Fund const& fund) { return is_money(fund) && fund.number; });
  if (amount == form.form.funds.end())
    return form.needs("funds");
  if (form.form.amount_unit || amount->yuan)
    return form.judged();
  if (form.lost("amount_unit"))
    return form.needs("amount_unit");
  form.report("amount_unit", {{"amount", to_string(*amount->number)}});
}

} // namespace jixiao
