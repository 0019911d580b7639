#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 6> grades{"分", "星", "级", "率", "%", "比例"};

} // namespace

/// 满意度指标 asks people; how many were reached is no answer. Breaks it: 满意度指标 宣传推广人次 ≥1000000(人次).
/// Satisfies it: 读者满意度 ≥90%.
void check_count_as_satisfaction(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!is_satisfaction(indicator) || !target || !target->number || !target->unit || target->unit->empty())
      continue;
    form.judged();
    bool const complaints = indicator.level3 && indicator.level3->find("投诉") != std::string::npos;
    if (!is_percent(*target->unit) && !contains_any(*target->unit, grades) && !complaints && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", indicator.level3.value_or("")}, {"target", target->text}});
  }
  form.needs("indicators of satisfaction");
}

} // namespace jixiao
