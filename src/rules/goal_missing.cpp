#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

bool has_goal(Form const& form) { return form.goals.annual || form.goals.expected || form.goals.actual; }

/// The layout is known to have the block, or another form of it has a goal.
bool has_goal_block(Document const& document, Form const& form) {
  return !form.layout.starts_with("base-") || std::ranges::any_of(document.forms, [&](Form const& other) {
    return has_goal(other) && other.layout == form.layout;
  });
}

} // namespace

/// A form says what the money is for in the year: 年度总体目标, of an evaluation 预期目标 (财预〔2015〕88号).
/// Breaks it: 年度总体目标 with an empty cell. Satisfies it: a sentence.
void check_goal_missing(FormCheck& form) {
  bool const evaluation = form.form.kind.ends_with("self_evaluation");
  auto const field = evaluation ? "goals/expected" : "goals/annual";
  if (evaluation ? form.form.goals.expected : form.form.goals.annual)
    return form.judged();
  // A target table of one goal, 项目总体目标, says with it what the year is for.
  bool const only_goal = form.form.kind == "target_table" && form.form.goals.project;
  // Some forms have no such block (湖北省); those that have it show it on another form of the document.
  bool const of_layout = has_goal_block(form.document, form.form);
  bool const elsewhere = !of_layout || form.form.goals.annual || form.form.goals.expected || only_goal;
  if (elsewhere || form.has_untold_goals() || form.lost(field) || form.garbled("goals") ||
      form.garbled("goals/actual") || form.garbled("goals/annual"))
    return form.needs(field);
  form.report(field, {});
}

} // namespace jixiao
