#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/times.hpp"

#include <utility>

namespace jixiao {

namespace {

bool is_deadline(std::optional<Value> const& value) { return value && value->kind == ValueKind::deadline; }

} // namespace

/// What was done later than its deadline does not earn all points.
/// Breaks it: 6月底前, actual 9月, 10 of 10 points. Satisfies it: 6月底前, actual 5月.
void check_late_with_full_score(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!is_deadline(indicator.target) || !is_deadline(indicator.actual) || !indicator.weight || !indicator.score)
      continue;
    auto const target = deadline_month(indicator.target->text), actual = deadline_month(indicator.actual->text);
    if (!target || !actual || target->month == 0 || actual->month == 0 || (target->year == 0) != (actual->year == 0))
      continue;
    form.judged();
    bool const late = std::pair(target->year, target->month) < std::pair(actual->year, actual->month);
    if (late && positive(*indicator.weight) && !less(*indicator.score, *indicator.weight))
      form.report_indicator(i, "score",
                            {{"target", indicator.target->text},
                             {"actual", indicator.actual->text},
                             {"score", to_string(*indicator.score)}});
  }
  form.needs("indicators/target and actual as times, weight or score");
}

} // namespace jixiao
