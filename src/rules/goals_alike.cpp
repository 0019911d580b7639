#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/times.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace jixiao {

namespace {

/// The digits of a text: a result that differs in them tells what was reached.
std::string figures_of(std::string_view text) {
  std::string out;
  std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c >= '0' && c <= '9'; });
  return out;
}

/// By its dates, or where none are printed by another year in the goal of the project: 服务周期2023.07-2024.01.
bool of_several_years(Form const& form) {
  if (form.start_date || form.end_date)
    return year_of(form.start_date) != year_of(form.end_date);
  if (!form.fiscal_year)
    return false;
  auto const next = std::to_string(*form.fiscal_year + 1);
  return form.goals.project->find(next + "年") != std::string::npos ||
         form.goals.project->find(next + ".") != std::string::npos;
}

} // namespace

/// What was reached is told in its own words, and the goal of a year says what of a project of several years is its
/// share. Breaks it: 实际完成情况 that is 预期目标 but for a word. Satisfies it: a result with its figures.
void check_goals_alike(FormCheck& form) {
  auto const& goals = form.form.goals;
  if (goals.expected && goals.actual) {
    form.judged();
    bool const whole = !form.garbled("goals/expected") && !form.garbled("goals/actual");
    if (whole && bare(*goals.expected) != bare(*goals.actual) &&
        figures_of(*goals.expected) == figures_of(*goals.actual) && nearly_same(*goals.expected, *goals.actual))
      form.report("goals/actual", {{"field", "goals.actual"}, {"other", "goals.expected"}});
  }
  if (goals.project && goals.annual && of_several_years(form.form)) {
    form.judged();
    if (nearly_same(*goals.project, *goals.annual))
      form.report("goals/annual", {{"field", "goals.annual"}, {"other", "goals.project"}});
  }
  form.needs("goals");
}

} // namespace jixiao
