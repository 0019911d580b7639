#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// The points for the execution rate are rate × weight, at most the weight; many offices round to whole points.
/// Breaks it: 7.0 of 10 for a rate of 95.00%. Satisfies it: 9.5, or 10 where whole points are printed.
void check_execution_score_mismatch(FormCheck& form) {
  auto const* weight = execution_weight(form.form);
  auto const* score = find_amount(form.form, "year", "total", "score");
  auto const rate = execution_percent(form.form);
  if (!weight || !score || !rate)
    return form.needs(!weight  ? "funds/year/total/weight"
                      : !score ? "funds/year/total/score"
                               : "funds/year/total/execution_rate");
  form.judged();
  auto const percent = less(100, *rate) ? Decimal{100, 0} : *rate;
  Proportion const points{Exact(*weight->number) * percent, 100};
  if (near_enough(*score->number, points, form.profile.strict, form.profile.rounded))
    return;
  auto const expected = quotient(points.numerator, 100, 2);
  form.report_fund(*score, {{"score", to_string(*score->number)},
                            {"rate", to_string(*rate)},
                            {"weight", to_string(*weight->number)},
                            {"expected", expected ? to_string(*expected) : std::string()}});
}

} // namespace jixiao
