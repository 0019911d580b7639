#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

namespace {

/// A sentence may give one: 比上年提高5%以上，达到90%.
bool has_percentage(std::string_view text) {
  return text.find('%') != text.npos || text.find("％") != text.npos || text.find("百分之") != text.npos;
}

} // namespace

/// An indicator named a rate has a percentage as its target.
/// Breaks it: 培训及时率 及时完成. Satisfies it: 培训及时率 =100%.
void check_rate_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || !names_rate(*indicator.level3))
      continue;
    form.judged();
    if (indicator.target->kind != ValueKind::quantity && !has_percentage(indicator.target->text) &&
        !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators of rates");
}

} // namespace jixiao
