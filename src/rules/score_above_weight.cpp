#include "rules/rules.hpp"

#include "rules/exact.hpp"

#include <tuple>

namespace jixiao {

/// An indicator earns at most its weight; there are no bonus points (财预〔2020〕10号 第十五条).
/// Breaks it: 得分 12 of 分值 10. Satisfies it: 得分 10 of 分值 10.
void check_score_above_weight(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& [weight, score] = std::tie(form.form.indicators[i].weight, form.form.indicators[i].score);
    if (!weight || !score)
      continue;
    form.judged();
    if (less(*weight, *score))
      form.report_indicator(i, "score", {{"score", to_string(*score)}, {"weight", to_string(*weight)}});
  }
  form.needs("indicators/weight or score");
}

} // namespace jixiao
