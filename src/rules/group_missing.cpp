#include "rules/rules.hpp"

#include <algorithm>
#include <vector>

namespace jixiao {

namespace {

bool has_group(std::vector<Indicator> const& indicators, std::string_view group) {
  return std::ranges::any_of(indicators,
                             [&](Indicator const& one) { return one.level1 == group || one.level2 == group; });
}

/// Money that 中央 or a province hands down: its forms keep the tree of before 2021.
bool is_transfer(Form const& form) {
  bool const told = form.title && (form.title->find("转移支付") != std::string::npos ||
                                   form.title->find("区域绩效") != std::string::npos);
  return told || std::ranges::any_of(form.funds, [](Fund const& fund) { return fund.item == "central"; });
}

} // namespace

/// A form has indicators of the groups its profile requires: 产出 and 效益 (财预〔2020〕10号 第九条), since 2021 also
/// 成本 (财预〔2021〕101号). 成本指标 may stand as a level 2 under 产出指标, as it did before. Breaks it: a form
/// without 效益指标. Satisfies it: one row of 效益指标.
void check_group_missing(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  bool const labelled = std::ranges::all_of(indicators, [](Indicator const& one) { return one.level1.has_value(); });
  if (indicators.empty() || !labelled)
    return form.needs("indicators/level1");
  if (form.lost("indicators"))
    return form.needs("indicators");
  form.judged();
  // 财预〔2021〕101号 is of projects, from 2021 on.
  bool const newer = form.form.fiscal_year && !form.form.kind.starts_with("department_") && !is_transfer(form.form);
  for (auto const& rule : form.profile.groups)
    if (rule.required && (newer || rule.group != "成本指标") && !has_group(indicators, rule.group))
      form.report("indicators", {{"group", rule.group}});
}

} // namespace jixiao
