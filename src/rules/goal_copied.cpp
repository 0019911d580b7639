#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

/// What was reached is told in its own words; the expected goal copied tells nothing.
/// Breaks it: 预期目标 and 实际完成情况 with one text. Satisfies it: a result with its figures.
void check_goal_copied(FormCheck& form) {
  auto const &expected = form.form.goals.expected, &actual = form.form.goals.actual;
  if (!expected || !actual || form.garbled("goals/expected") || form.garbled("goals/actual"))
    return form.needs(expected ? "goals/actual" : "goals/expected");
  form.judged();
  if (bare(*expected) == bare(*actual))
    form.report("goals/actual", {});
}

} // namespace jixiao
