#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"
#include "rules/funds.hpp"
#include "rules/points.hpp"

namespace jixiao {

namespace {

constexpr int most_of_rate = 20; ///< points that an execution rate may have

} // namespace

/// The total score is the sum of the scores above it, that of the execution rate included, within the profile's
/// tolerance. Breaks it: 总分 99 under 9.5 + 50 + 38. Satisfies it: 总分 97.5.
void check_total_score_mismatch(FormCheck& form) {
  if (!form.form.total_score)
    return form.needs("total_score");
  auto const sum = sum_of(form.form, &Indicator::score);
  if (sum.count == 0 || !sum.complete)
    return form.needs("indicators/score");
  auto const* execution = find_amount(form.form, "year", "total", "score");
  if (!execution && find_fund(form.form, "year", "total", "score"))
    return form.needs("funds/year/total/score");
  // What the total has above the indicators may be the points of the execution rate, which were not read.
  auto const weights = sum_of(form.form, &Indicator::weight);
  auto const left = Exact(*form.form.total_score) - sum.points;
  if (!execution && !(weights.count > 0 && same(weights.points, 100)) && positive(left) && !less(most_of_rate, left))
    return form.needs("funds/year/total/score");
  form.judged();
  auto const whole = execution ? sum.points + *execution->number : sum.points;
  auto const total = *form.form.total_score;
  if (near_enough(total, {whole, 1}, form.profile.strict, Decimal{5, 1}))
    return;
  if (auto const printed = rounded(whole, whole.scale))
    form.report("total_score", {{"total", to_string(total)}, {"sum", to_string(*printed)}});
}

} // namespace jixiao
