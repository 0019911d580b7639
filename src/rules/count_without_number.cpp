#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

namespace {

/// 14个街镇、1个园区 is read as 14 of 个街镇、1个园区.
bool is_one_number(Value const& value) {
  return value.kind == ValueKind::quantity && (!value.unit || value.unit->find("、") == value.unit->npos);
}

} // namespace

/// An indicator named a number of things has one number as its target.
/// Breaks it: 培训街镇覆盖数 with the target 全部街镇. Satisfies it: 培训街镇覆盖数 =14(个).
void check_count_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || !names_count(*indicator.level3))
      continue;
    form.judged();
    if (!is_one_number(*indicator.target) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators of counts");
}

} // namespace jixiao
