#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

namespace {

bool has_parts(Form const& form, Fund const& total) {
  return std::ranges::any_of(form.funds, [&](Fund const& fund) {
    return fund.scope == total.scope && fund.measure == total.measure && fund.item != "total" && fund.number &&
           positive(*fund.number);
  });
}

} // namespace

/// Where parts are printed, so is their total.
/// Breaks it: 年度资金总额 blank over 财政拨款 80.00. Satisfies it: 年度资金总额 80.00.
void check_fund_total_blank(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.funds.size(); ++i) {
    auto const& total = form.form.funds[i];
    if (total.item != "total" || !is_money(total) || !has_parts(form.form, total))
      continue;
    if (total.number)
      form.judged();
    else if (form.lost("funds/" + std::to_string(i)))
      form.needs("funds/total");
    else
      form.report_fund(total, {{"scope", total.scope}});
  }
  form.needs("funds");
}

} // namespace jixiao
