#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"
#include "rules/results.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

bool met(Indicator const& indicator) {
  if (auto const result = fulfilment(indicator))
    return result->result == Fulfilment::Result::met && !result->open;
  return result_of(indicator) == "met";
}

} // namespace

/// Points taken off an indicator that met its target ask for a reason: a met target earns its whole weight
/// (财预〔2020〕10号 第十五条). Breaks it: ≥95%, 96%, 27 of 30 points and nothing beside. Satisfies it: 30 of 30, or a
/// reason.
void check_met_with_deduction(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.weight || !indicator.score || !met(indicator))
      continue;
    form.judged();
    if (less(*indicator.score, *indicator.weight) && !is_reason(indicator.remark) && !form.lost(i, "remark"))
      form.report_indicator(i, "score",
                            {{"actual", indicator.actual->text},
                             {"score", to_string(*indicator.score)},
                             {"weight", to_string(*indicator.weight)}});
  }
  form.needs("indicators/actual, weight or score");
}

} // namespace jixiao
