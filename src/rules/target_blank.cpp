#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

/// Each indicator says what is aimed at; the rows 其中… below one need not, nor do those that a standard judges
/// (制度健全性). Where none does and some say what came of it, or how it is scored, the form has no column for it.
/// Breaks it: 清淤长度 with an empty 指标值. Satisfies it: 清淤长度 ≥12公里.
void check_target_blank(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  auto const is_judged = [](Indicator const& one) { return has_result(one) || one.weight || one.score; };
  if (indicators.empty() ||
      (std::ranges::none_of(indicators, has_target) && std::ranges::any_of(indicators, is_judged)))
    return form.needs("indicators/target");
  form.judged();
  for (std::size_t i = 0; i < indicators.size(); ++i)
    if (!has_target(indicators[i]) && !is_sub_row(indicators[i]) && !is_of_management(indicators[i]) &&
        !is_not_applicable(indicators[i]) &&
        !form.lost(i, "target"))
      form.report_indicator(i, "target", {{"name", indicators[i].level3.value_or("")}});
}

} // namespace jixiao
