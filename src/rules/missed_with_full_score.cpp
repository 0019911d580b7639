#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"

namespace jixiao {

/// An indicator that missed its target does not get all its points (财预〔2020〕10号 第十五条:
/// 未完成的按完成值与指标值的比例计分). Breaks it: ≥900辆, 880辆, 50 of 50 points. Satisfies it: ≥900辆, 880辆, 48.9 of
/// 50 points.
void check_missed_with_full_score(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    if (!result || !indicator.weight || !indicator.score || !positive(*indicator.weight))
      continue;
    form.judged();
    if (result->result == Fulfilment::Result::missed && !less(*indicator.score, *indicator.weight))
      form.report_indicator(i, "score",
                            {{"target", indicator.target->text},
                             {"actual", indicator.actual->text},
                             {"score", to_string(*indicator.score)}});
  }
  form.needs("indicators/target, actual, weight or score");
}

} // namespace jixiao
