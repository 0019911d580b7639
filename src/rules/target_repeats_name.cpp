#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

/// A target says more than the name of its indicator. Of satisfaction, V602 asks for the number.
/// Breaks it: 提高服务能力 with the target 服务能力得到提升. Satisfies it: the same with 投诉比上年减少20%.
void check_target_repeats_name(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || indicator.target->kind != ValueKind::qualitative)
      continue;
    if (is_satisfaction(indicator) || form.garbled(i, "target") || form.garbled(i, "level3"))
      continue;
    form.judged();
    auto const words = without_praise(indicator.target->text);
    if (!words.empty() && words == without_praise(*indicator.level3))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators/level3 or target in words");
}

} // namespace jixiao
