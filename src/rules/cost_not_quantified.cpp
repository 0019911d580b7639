#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

/// Of the indicators of costs, one at least gives an amount or a rate. An opinion: off unless a profile asks for it.
/// Breaks it: 成本构成合理性 合理 as the only one. Satisfies it: 项目总成本 ≤35万元.
void check_cost_not_quantified(FormCheck& form) {
  bool any = false, quantified = false;
  for (auto const& indicator : form.form.indicators)
    if (is_cost(indicator) && indicator.target) {
      any = true;
      quantified = quantified || indicator.target->kind == ValueKind::quantity;
    }
  if (!any)
    return form.needs("indicators of costs");
  form.judged();
  if (!quantified)
    form.report("indicators", {});
}

} // namespace jixiao
