#include "rules/rules.hpp"

namespace jixiao {

/// A form says what the money is for in the year: 年度总体目标, of an evaluation 预期目标 (财预〔2015〕88号).
/// Breaks it: 年度总体目标 with an empty cell. Satisfies it: a sentence.
void check_goal_missing(FormCheck& form) {
  bool const evaluation = form.form.kind == "self_evaluation";
  auto const field = evaluation ? "goals/expected" : "goals/annual";
  if (evaluation ? form.form.goals.expected : form.form.goals.annual)
    return form.judged();
  // A target table of one goal, 项目总体目标, says with it what the year is for.
  bool const only_goal = form.form.kind == "target_table" && form.form.goals.project;
  bool const elsewhere = form.form.goals.annual || form.form.goals.expected || only_goal;
  if (elsewhere || form.lost(field) || form.garbled("goals") || form.garbled("goals/actual") ||
      form.garbled("goals/annual"))
    return form.needs(field);
  form.report(field, {});
}

} // namespace jixiao
