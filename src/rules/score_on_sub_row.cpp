#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// Weight and score of the execution rate stand on the row of the total only; on a part they would count twice.
/// Breaks it: 分值 10 on 年度资金总额 and on 当年财政拨款. Satisfies it: — on the parts.
void check_score_on_sub_row(FormCheck& form) {
  if (!find_fund(form.form, "year", "total", "weight"))
    return form.needs("funds/year/total/weight");
  form.judged();
  for (auto const& fund : form.form.funds) {
    bool const points = fund.measure == "weight" || fund.measure == "score";
    bool const said = fund.measure == "score" && find_beside(form.form, fund, "weight");
    if (points && !said && fund.item != "total" && fund.number && positive(*fund.number) &&
        find_amount(form.form, fund.scope, "total", fund.measure))
      form.report_fund(fund, {{"points", to_string(*fund.number)}});
  }
}

} // namespace jixiao
