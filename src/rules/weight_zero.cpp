#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// An indicator that stands in the form counts. Breaks it: 分值 0.00 of a project's part that was cut. Satisfies it: a
/// weight, or no row.
void check_weight_zero(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.weight || is_sub_row(indicator))
      continue;
    form.judged();
    if (same(*indicator.weight, 0))
      form.report_indicator(i, "weight", {{"name", indicator.level3.value_or("")}});
  }
  form.needs("indicators/weight");
}

} // namespace jixiao
