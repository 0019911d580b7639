#include "rules/rules.hpp"

#include "rules/repeats.hpp"

namespace jixiao {

/// The same name with the same target twice under one group is counted twice.
/// Breaks it: two rows 宣传内容准确率 =100.00(%) under 质量指标. Satisfies it: different names or targets.
void check_duplicate_indicator(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  Repeats repeats(indicators, true);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    auto const& indicator = indicators[i];
    if (!indicator.level3 || !indicator.target)
      continue;
    form.judged();
    if (repeats.before(i))
      form.report_indicator(i, "", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
