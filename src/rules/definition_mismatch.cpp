#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 3> amounts{"金额", "支出数", "费用总额"};
constexpr std::array<std::string_view, 4> money{"支出", "预算", "资金", "经费"};
constexpr std::array<std::string_view, 4> shares{"比例", "占", "比率", "百分比"};

bool is_counted(Indicator const& indicator) {
  auto const& target = indicator.target;
  return names_count(*indicator.level3) && target && target->unit && !is_percent(*target->unit) &&
         !money_exponent(*target->unit);
}

/// What the definition measures instead; empty where it fits.
std::string_view contradiction(Indicator const& indicator) {
  auto const &name = *indicator.level3, &definition = *indicator.definition;
  if (contains_any(definition, amounts) && is_counted(indicator))
    return "an amount of money, no number of things";
  bool const of_spending = contains_any(definition, money) && contains_any(definition, shares);
  if (indicator.level2 == "质量指标" && of_spending && !contains_any(name, money))
    return "a share of spending, no quality";
  return {};
}

} // namespace

/// The explanation of an indicator measures what its name and target do. Breaks it: 活动次数 ≥1次, explained as
/// 活动金额; 质量指标 完成率, explained as 支出占预算的比例. Satisfies it: 活动次数, explained as 开展活动的次数.
void check_definition_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.definition || form.garbled(i, "definition"))
      continue;
    form.judged();
    auto const what = contradiction(indicator);
    if (!what.empty())
      form.report_indicator(i, "definition",
                            {{"name", *indicator.level3}, {"value", *indicator.definition}, {"what", what}});
  }
  form.needs("indicators/definition");
}

} // namespace jixiao
