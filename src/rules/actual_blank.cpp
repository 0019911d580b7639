#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

/// An evaluation with targets says of each indicator what was reached; the rows 其中… below one need not.
/// Breaks it: 清淤长度 ≥12公里 with an empty 实际完成值. Satisfies it: 清淤长度 ≥12公里, 12.4公里.
void check_actual_blank(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  if (!form.form.kind.ends_with("self_evaluation") || std::ranges::none_of(indicators, has_target))
    return form.needs("indicators/actual");
  form.judged();
  for (std::size_t i = 0; i < indicators.size(); ++i)
    if (!has_result(indicators[i]) && !is_sub_row(indicators[i]) && !is_not_applicable(indicators[i]) &&
        !form.lost(i, "actual"))
      form.report_indicator(i, "actual", {{"name", indicators[i].level3.value_or("")}});
}

} // namespace jixiao
