#include "rules/rules.hpp"

#include "rules/funds.hpp"
#include "rules/points.hpp"

namespace jixiao {

/// The total of weights that is printed is the sum of those above it, with or without that of the execution rate.
/// Breaks it: 总分 100 under weights of 10 + 50 + 30. Satisfies it: 总分 100 under 10 + 50 + 40.
void check_total_weight_mismatch(FormCheck& form) {
  if (!form.form.total_weight)
    return form.needs("total_weight");
  auto const sum = sum_of(form.form, &Indicator::weight);
  if (sum.count == 0 || !sum.complete)
    return form.needs("indicators/weight");
  form.judged();
  auto const* execution = execution_weight(form.form);
  auto const whole = execution ? sum.points + *execution->number : sum.points;
  auto const total = *form.form.total_weight;
  if (same(total, whole) || same(total, sum.points) ||
      (!execution && same(total, 100) && leaves_room(form.profile, whole)))
    return;
  if (auto const printed = rounded(whole, whole.scale))
    form.report("total_weight", {{"total", to_string(total)}, {"sum", to_string(*printed)}});
}

} // namespace jixiao
