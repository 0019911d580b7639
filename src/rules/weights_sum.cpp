#include "rules/rules.hpp"

#include "rules/funds.hpp"
#include "rules/points.hpp"

namespace jixiao {

/// The weights of a self-evaluation add up to 100, that of the execution rate included (财预〔2020〕10号 第十四条);
/// those of a target to 100, or to what the execution rate leaves of it. Breaks it: 10 + 50 + 30. Satisfies it: 10 + 50
/// + 40.
void check_weights_sum(FormCheck& form) {
  auto const sum = sum_of(form.form, &Indicator::weight);
  if (sum.count == 0 || !sum.complete)
    return form.needs("indicators/weight");
  auto const* execution = execution_weight(form.form);
  auto const whole = execution ? sum.points + *execution->number : sum.points;
  form.judged();
  // A printed total that says something else is the finding of total_weight_mismatch.
  bool const elsewhere =
      form.form.total_weight && !same(*form.form.total_weight, whole) && !same(*form.form.total_weight, sum.points);
  if (elsewhere || same(whole, 100) || (!execution && leaves_room(form.profile, whole)))
    return;
  if (auto const printed = rounded(whole, whole.scale))
    form.report("indicators", {{"sum", to_string(*printed)}});
}

} // namespace jixiao
