#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// ISO 8601 dates compare as text; of different precision, as far as both go.
/// Breaks it: 2026-12-31 to 2026-01-01. Satisfies it: 2026-01-01 to 2026-12-31.
void check_end_before_start(FormCheck& form) {
  auto const &start = form.form.start_date, &end = form.form.end_date;
  if (!start || !end)
    return form.needs(start ? "end_date" : "start_date");
  form.judged();
  auto const digits = std::min(start->size(), end->size());
  if (end->substr(0, digits) < start->substr(0, digits))
    form.report("end_date", {{"start", *start}, {"end", *end}});
}

} // namespace jixiao
