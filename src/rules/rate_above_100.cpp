#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <utility>

namespace jixiao {

/// A share of a whole (覆盖率, 合格率, 满意度) is at most 100 %. Rates that may pass it (完成率, 增长率) are not meant.
/// Breaks it: 行政村覆盖率 ≥120%. Satisfies it: 行政村覆盖率 ≥95%.
void check_rate_above_100(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !names_bounded_rate(*indicator.level3))
      continue;
    for (auto const& [field, value] :
         {std::pair("target", &indicator.target), std::pair("actual", &indicator.actual)}) {
      if (!*value || !(*value)->number || !(*value)->unit || !is_percent(*(*value)->unit))
        continue;
      form.judged();
      if (less(100, *(*value)->number))
        form.report_indicator(i, field, {{"name", *indicator.level3}, {"text", (*value)->text}});
    }
  }
  form.needs("indicators of bounded rates");
}

} // namespace jixiao
