#include "rules/rules.hpp"

#include "rules/times.hpp"

#include <utility>

namespace jixiao {

/// What a project does by a time it does before it ends.
/// Breaks it: 2026年12月底前 in a project that ends on 2026-06-30. Satisfies it: 2026年6月底前.
void check_deadline_after_end(FormCheck& form) {
  auto const end = month_of(form.form.end_date);
  if (!end)
    return form.needs("end_date");

  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.target || indicator.target->kind != ValueKind::deadline)
      continue;
    auto deadline = deadline_month(indicator.target->text);
    if (deadline && deadline->year == 0)
      deadline->year = form.form.fiscal_year.value_or(end->year);
    if (!deadline || deadline->month == 0)
      continue;
    form.judged();
    if (std::pair(end->year, end->month) < std::pair(deadline->year, deadline->month))
      form.report_indicator(i, "target", {{"target", indicator.target->text}, {"end", *form.form.end_date}});
  }
  form.needs("indicators with deadlines");
}

} // namespace jixiao
