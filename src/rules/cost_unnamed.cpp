#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 36> cost_words{
    "成本", "费", "经费", "资金", "预算", "支出", "投入", "投资", "价",   "金额", "补",   "工资",
    "薪",   "款", "标准", "造价", "概算", "限额", "奖",   "租",   "采购", "单位", "开支", "总额",
    "报酬", "津", "贴",   "利息", "税",   "额",   "元",   "保险", "社保", "购",   "花",   "耗"};

} // namespace

/// The name of an indicator of costs says what the money is for. Breaks it: 经济高效服务 ≤200000元. Satisfies it:
/// 车辆租赁服务费 ≤200000元.
void check_cost_unnamed(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    bool const economic = indicator.level2 == "经济成本指标" || indicator.level2 == "成本指标";
    if (!economic || !indicator.level3 || !target || !target->number || !target->unit || form.garbled(i, "level3"))
      continue;
    form.judged();
    bool const money = target->unit->starts_with("元") || target->unit->starts_with("万元") ||
                       money_exponent(*target->unit).has_value();
    if (money && !contains_any(*indicator.level3, cost_words))
      form.report_indicator(i, "level3", {{"name", *indicator.level3}, {"target", target->text}});
  }
  form.needs("indicators of costs with an amount");
}

} // namespace jixiao
