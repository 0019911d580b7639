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
  if (goals.project && goals.annual && year_of(form.form.start_date) != year_of(form.form.end_date)) {
    form.judged();
    if (nearly_same(*goals.project, *goals.annual))
      form.report("goals/annual", {{"field", "goals.annual"}, {"other", "goals.project"}});
  }
  form.needs("goals");
}

} // namespace jixiao
