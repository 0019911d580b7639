#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// Since 2021 成本指标 is a level 1 of its own (财预〔2021〕101号); under 产出指标 it stands in the older tree. Judged
/// where the profile asks for the newer one. Breaks it: 产出指标 > 成本指标 in a form of 2025. Satisfies it: 成本指标 >
/// 经济成本指标.
void check_cost_under_output(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  bool const newer = form.form.fiscal_year && !form.form.kind.starts_with("department_") &&
                     std::ranges::find(form.profile.groups, "成本指标", &GroupRule::group) != form.profile.groups.end();
  if (indicators.empty() || !newer)
    return form.needs(newer ? "indicators" : "a profile of the tree of 2021");
  form.judged();
  bool const has_level1 =
      std::ranges::any_of(indicators, [](Indicator const& one) { return one.level1 == "成本指标"; });
  auto const nested = std::ranges::find_if(
      indicators, [](Indicator const& one) { return one.level1 == "产出指标" && one.level2 == "成本指标"; });
  if (nested != indicators.end() && !has_level1)
    form.report_indicator(static_cast<std::size_t>(nested - indicators.begin()), "level2", {});
}

} // namespace jixiao
