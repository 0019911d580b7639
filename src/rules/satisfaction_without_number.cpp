#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>

namespace jixiao {

/// A satisfaction is a percentage of those asked. Breaks it: 满意度指标 办案对象 满意. Satisfies it: ≥90%.
void check_satisfaction_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!is_satisfaction(indicator) || !indicator.target)
      continue;
    form.judged();
    auto const& text = indicator.target->text;
    bool const number = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    bool const complaints = indicator.level3 && indicator.level3->find("投诉") != std::string::npos;
    if (indicator.target->kind != ValueKind::quantity && !number && !complaints && text.find("百分之") == text.npos &&
        !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", indicator.level3.value_or("")}, {"target", text}});
  }
  form.needs("indicators of satisfaction");
}

} // namespace jixiao
