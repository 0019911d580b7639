#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

/// What a list says of a project: what it came to, and no goal.
bool is_listed(Form const& form) {
  auto const& goals = form.goals;
  return form.indicators.empty() && (form.total_score || form.grade) && !form.funds.empty() && !goals.annual &&
         !goals.expected && !goals.actual && !goals.project;
}

/// A list of several projects under one title, with their scores: it has no place for indicators.
bool is_list(Document const& document, Form const& form) {
  constexpr std::ptrdiff_t fewest = 2; ///< projects
  return is_listed(form) && std::ranges::count_if(document.forms, [&](Form const& other) {
                              return is_listed(other) && other.title == form.title;
                            }) >= fewest;
}

} // namespace

/// Indicators are what the form is for (财预〔2015〕88号: targets are refined and quantified into indicators).
/// Breaks it: a form whose indicator table has no rows. Satisfies it: at least one row.
void check_no_indicators(FormCheck& form) {
  if (!form.form.indicators.empty())
    return form.judged();
  if (is_list(form.document, form.form))
    return form.needs("indicators");
  form.report("indicators", {});
}

} // namespace jixiao
