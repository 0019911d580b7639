#include "rules/rules.hpp"

#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

namespace {

/// The two halves of the form stand and fall together: without parts of the project's total like those of the year's
/// that total is a line of its own, and there is no place for a goal of the project.
bool has_halves(Form const& form) {
  auto const is_part_of_year = [](Fund const& fund) { return fund.scope == "year" && fund.item != "total"; };
  return std::ranges::none_of(form.funds, is_part_of_year) || std::ranges::any_of(form.funds, [&](Fund const& fund) {
           return is_part_of_year(fund) && find_fund(form, "project", fund.item, fund.measure);
         });
}

} // namespace

/// A declaration that gives the total of the whole project gives its goal, too, beside that of the year. Where the
/// whole half is blank, V519 says so. Breaks it: 项目总目标 blank beside a filled 项目资金总额 and 年度总体目标.
/// Satisfies it: both goals filled.
void check_project_goal_blank(FormCheck& form) {
  if (form.form.kind != "declaration" || !form.form.goals.annual)
    return form.needs("goals/annual");
  if (form.form.goals.project)
    return form.judged();
  auto const* total = find_fund(form.form, "project", "total", "budget");
  if (!total || !total->number || !has_halves(form.form) || form.lost("goals/project") || form.garbled("goals") ||
      form.garbled("goals/annual"))
    return form.needs("goals/project");
  form.report("goals/project", {});
}

} // namespace jixiao
