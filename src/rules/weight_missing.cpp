#include "rules/rules.hpp"

#include "rules/points.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// In a table where indicators have a weight, each has one; the rows 其中… below an indicator need none, nor does a row
/// without which the weights are a hundred: it shares a cell with another.
/// Breaks it: a row with an empty 分值. Satisfies it: every row has one.
void check_weight_missing(FormCheck& form) {
  if (sum_of(form.form, &Indicator::weight).count == 0)
    return form.needs("indicators/weight");
  form.judged();
  if (adds_up(form.form, &Indicator::weight))
    return;
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.weight && !is_sub_row(indicator) && !is_not_applicable(indicator) && !form.lost(i, "weight"))
      form.report_indicator(i, "weight", {{"name", indicator.level3.value_or("")}});
  }
}

} // namespace jixiao
