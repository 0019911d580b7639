#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// A target that was met earns its whole weight; a remark that explains a shortfall speaks against the number beside
/// it. Breaks it: ≥90%, 90%, 18 of 20 points, 偶有超速现象. Satisfies it: 88%, or 20 points.
void check_met_but_excused(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    if (!result || result->open || !indicator.weight || !indicator.score || is_cost(indicator))
      continue;
    form.judged();
    if (result->result == Fulfilment::Result::met && less(*indicator.score, *indicator.weight) &&
        is_reason(indicator.remark) && !form.garbled(i, "remark"))
      form.report_indicator(i, "score",
                            {{"name", indicator.level3.value_or("")},
                             {"actual", indicator.actual->text},
                             {"target", indicator.target->text},
                             {"text", *indicator.remark}});
  }
  form.needs("indicators/actual, weight or score");
}

} // namespace jixiao
