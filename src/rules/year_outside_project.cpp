#include "rules/rules.hpp"

#include "rules/times.hpp"

namespace jixiao {

/// The fiscal year of a form is one of the years its project runs through.
/// Breaks it: (2026年度) over 2024-01-01 to 2024-12-31. Satisfies it: (2026年度) over 2025-01-01 to 2026-12-31.
void check_year_outside_project(FormCheck& form) {
  auto const start = year_of(form.form.start_date), end = year_of(form.form.end_date);
  auto const year = form.form.fiscal_year;
  if (!year || (!start && !end))
    return form.needs(year ? "start_date" : "fiscal_year");
  form.judged();
  bool const reversed = start && end && *end < *start;
  bool const outside = (start && *year < *start) || (end && *year > *end);
  if (outside && !reversed)
    form.report(
        "fiscal_year",
        {{"year", *year}, {"start", form.form.start_date.value_or("…")}, {"end", form.form.end_date.value_or("…")}});
}

} // namespace jixiao
