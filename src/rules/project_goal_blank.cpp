#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// A declaration gives the goal of the whole project beside that of the year, also where both are the same.
/// Breaks it: 项目总目标 blank beside a filled 年度总体目标. Satisfies it: both filled.
void check_project_goal_blank(FormCheck& form) {
  if (form.form.kind != "declaration" || !form.form.goals.annual)
    return form.needs("goals/annual");
  if (form.form.goals.project)
    return form.judged();
  // The two halves of the form stand and fall together: without funds of the project there is no place for its goal.
  bool const halves = std::ranges::any_of(form.form.funds, [](Fund const& fund) { return fund.scope == "project"; });
  if (!halves || form.lost("goals/project") || form.garbled("goals") || form.garbled("goals/annual"))
    return form.needs("goals/project");
  form.report("goals/project", {});
}

} // namespace jixiao
