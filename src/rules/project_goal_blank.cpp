#include "rules/rules.hpp"

#include "rules/funds.hpp"

namespace jixiao {

/// A declaration that gives the total of the whole project gives its goal, too, beside that of the year. Where the
/// whole half is blank, V519 says so. Breaks it: 项目总目标 blank beside a filled 项目资金总额 and 年度总体目标.
/// Satisfies it: both goals filled.
void check_project_goal_blank(FormCheck& form) {
  if (form.form.kind != "declaration" || !form.form.goals.annual)
    return form.needs("goals/annual");
  if (form.form.goals.project)
    return form.judged();
  // The two halves of the form stand and fall together: without funds of the project there is no place for its goal.
  auto const* total = find_fund(form.form, "project", "total", "budget");
  if (!total || !total->number || form.lost("goals/project") || form.garbled("goals") || form.garbled("goals/annual"))
    return form.needs("goals/project");
  form.report("goals/project", {});
}

} // namespace jixiao
