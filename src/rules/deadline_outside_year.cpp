#include "rules/rules.hpp"

#include "rules/panels.hpp"
#include "rules/times.hpp"

#include <algorithm>
#include <utility>

namespace jixiao {

namespace {

/// The year of a deadline, or else the one in the name of an indicator of timeliness.
std::pair<std::string_view, std::optional<int>> named_year(Indicator const& indicator) {
  if (indicator.target && indicator.target->kind == ValueKind::deadline)
    if (auto const time = deadline_month(indicator.target->text); time && time->year != 0)
      return {"target", time->year};
  if (indicator.level2 == "时效指标" && indicator.level3)
    return {"level3", only_year(*indicator.level3)};
  return {"target", std::nullopt};
}

} // namespace

/// A time that an indicator names lies in the form's fiscal year, or in the years of its project: another year was
/// carried over from an older form, or copied. What stands in a table of the whole period may lie anywhere in it.
/// Breaks it: 2025年12月底前 in a form of 2024. Satisfies it: 2024年12月底前.
void check_deadline_outside_year(FormCheck& form) {
  if (!form.form.fiscal_year)
    return form.needs("fiscal_year");
  auto const first = std::min(*form.form.fiscal_year, year_of(form.form.start_date).value_or(*form.form.fiscal_year));
  auto const last = std::max(*form.form.fiscal_year, year_of(form.form.end_date).value_or(*form.form.fiscal_year));

  auto const panels = panels_of(form.form.indicators);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const [field, year] = named_year(indicator);
    if (panels[i] < panels.back() || !year || form.garbled(i, field))
      continue;
    form.judged();
    if (*year < first || *year > last)
      form.report_indicator(i, field, {{"year", *year}, {"fiscal_year", *form.form.fiscal_year}});
  }
  form.needs("indicators with years");
}

} // namespace jixiao
