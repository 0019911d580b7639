#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

namespace {

struct Parts {
  Exact sum;
  int digits = 18; ///< the fewest behind the point
  bool any = false, readable = true;
};

Parts parts_of(FormCheck const& form, Fund const& total) {
  Parts parts;
  for (std::size_t i = 0; i < form.form.funds.size(); ++i) {
    auto const& fund = form.form.funds[i];
    if (fund.scope != total.scope || fund.measure != total.measure || fund.item == "total")
      continue;
    if (!fund.number) {
      parts.readable = parts.readable && !form.lost("funds/" + std::to_string(i));
      continue;
    }
    parts.sum = parts.sum + *fund.number;
    parts.digits = std::min(parts.digits, fund.number->scale);
    parts.any = true;
  }
  return parts;
}

void judge(FormCheck& form, Fund const& total, Exact sum, int digits) {
  form.judged();
  digits = std::min(digits, total.number->scale);
  if (!apart(*total.number, sum, shifted(1, -digits)))
    return;
  auto const printed = rounded(sum, std::max(total.number->scale, sum.scale));
  form.report_fund(total, {{"scope", total.scope},
                           {"total", to_string(*total.number)},
                           {"sum", printed ? to_string(*printed) : std::string()}});
}

} // namespace

/// The parts of a fund total add up to it, within the last printed digit. Project and year totals are never compared
/// with each other: one spans several years. Breaks it: 年度资金申请总额 100.00 over 80.00 + 10.00. Satisfies it:
/// 100.00 over 80.00 + 20.00.
void check_fund_total_mismatch(FormCheck& form) {
  for (auto const& total : form.form.funds) {
    if (total.item != "total" || !is_money(total) || !total.number)
      continue;
    auto const parts = parts_of(form, total);
    if (parts.any && parts.readable)
      judge(form, total, parts.sum, parts.digits);
  }
  form.needs("funds/total");
}

} // namespace jixiao
