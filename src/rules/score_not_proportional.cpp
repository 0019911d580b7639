#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"

namespace jixiao {

namespace {

/// No points, for less than 60 % of the target.
bool fails(Indicator const& indicator, Proportion const& points) {
  return same(*indicator.score, 0) &&
         less(points.numerator * Exact(10), Exact(6) * *indicator.weight * points.denominator);
}

} // namespace

/// A missed target earns points in proportion: weight × actual / target, of a target that is better missed below
/// (≤) weight × target / actual (财预〔2020〕10号 第十五条). Nothing at all may be given below 60 % of the target
/// (财预〔2021〕101号).
/// Breaks it: ≥100, 80, 9.5 of 10 points. Satisfies it: 8 of 10 points.
void check_score_not_proportional(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    if (!result || !indicator.weight || !indicator.score || !positive(*indicator.weight))
      continue;
    bool const full = !less(*indicator.score, *indicator.weight);
    if ((result->result == Fulfilment::Result::met && !result->open) || full)
      continue;
    auto const points = proportional_points(*result, *indicator.weight);
    if (!points)
      continue;
    form.judged();
    if (near_enough(*indicator.score, *points, form.profile.strict, form.profile.rounded) || fails(indicator, *points))
      continue;
    auto const expected = quotient(points->numerator, points->denominator, 2);
    form.report_indicator(i, "score",
                          {{"score", to_string(*indicator.score)},
                           {"target", indicator.target->text},
                           {"actual", indicator.actual->text},
                           {"expected", expected ? to_string(*expected) : std::string()}});
  }
  form.needs("indicators/target, actual, weight or score");
}

} // namespace jixiao
