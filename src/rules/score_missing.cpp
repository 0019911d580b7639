#include "rules/rules.hpp"

#include "rules/points.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// In a table where indicators have a score, each has one; the rows 其中… below an indicator need none, nor does a row
/// without which the scores are the total: it shares a cell with another.
/// Breaks it: a row with an empty 得分. Satisfies it: every row has one.
void check_score_missing(FormCheck& form) {
  if (sum_of(form.form, &Indicator::score).count == 0)
    return form.needs("indicators/score");
  form.judged();
  if (adds_up(form.form, &Indicator::score))
    return;
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.score && !is_sub_row(indicator) && !is_not_applicable(indicator) && !form.lost(i, "score"))
      form.report_indicator(i, "score", {{"name", indicator.level3.value_or("")}});
  }
}

} // namespace jixiao
