#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

namespace {

/// A question, which 是 answers.
bool asks(std::string_view name) { return name.find("是否") != name.npos; }

} // namespace

/// A target says more than a part of its indicator's name. Breaks it: 机关后勤运行稳定 with the target 稳定. Satisfies
/// it: 全年无停水停电.
void check_target_repeats_part(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || indicator.target->kind != ValueKind::qualitative ||
        form.garbled(i, "target") || form.garbled(i, "level3") || asks(*indicator.level3) ||
        names_count(*indicator.level3) || is_of_management(indicator))
      continue;
    form.judged();
    auto const target = without_praise(indicator.target->text), name = without_praise(*indicator.level3);
    if (!target.empty() && target != name && name.find(target) != name.npos &&
        !names_no_standard(indicator.target->text))
      form.report_indicator(i, "target", {{"target", indicator.target->text}, {"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target in words");
}

} // namespace jixiao
