#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// A form follows one tree: that of 2015, with 成本指标 as a level 2 of 产出指标, or that of 2021, with 成本指标 as a
/// level 1. Breaks it: 成本指标 > 经济成本指标 and 产出指标 > 成本指标 in one form. Satisfies it: either alone.
void check_mixed_taxonomy(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  if (indicators.empty())
    return form.needs("indicators");
  form.judged();
  bool const of_2021 = std::ranges::any_of(indicators, [](Indicator const& one) { return one.level1 == "成本指标"; });
  auto const of_2015 = std::ranges::find_if(
      indicators, [](Indicator const& one) { return one.level1 == "产出指标" && one.level2 == "成本指标"; });
  if (of_2021 && of_2015 != indicators.end())
    form.report_indicator(static_cast<std::size_t>(of_2015 - indicators.begin()), "level2", {});
}

} // namespace jixiao
