#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

/// 数量指标 counts what is delivered: a percentage says how much of a plan that is not told. Breaks it: 数量指标
/// 宣传报道计划完成率 =100%. Satisfies it: 宣传报道数量 ≥40篇.
void check_percent_as_quantity(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (indicator.level2 != "数量指标" || !indicator.target || !indicator.target->number || !indicator.target->unit)
      continue;
    form.judged();
    if (is_percent(*indicator.target->unit) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", indicator.level3.value_or("")}, {"target", indicator.target->text}});
  }
  form.needs("indicators of quantity");
}

} // namespace jixiao
