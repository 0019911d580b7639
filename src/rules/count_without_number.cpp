#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

/// An indicator named a number of things has one number as its target.
/// Breaks it: 培训街镇覆盖数 with the target 全部街镇. Satisfies it: 培训街镇覆盖数 =14(个).
void check_count_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || !names_count(*indicator.level3))
      continue;
    form.judged();
    if (indicator.target->kind != ValueKind::quantity && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators of counts");
}

} // namespace jixiao
