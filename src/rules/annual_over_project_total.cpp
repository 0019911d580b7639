#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

/// What is asked for a year is at most what the whole project costs. The two are never taken for equal: a project may
/// span several years. Breaks it: 项目资金总额 300,000 beside 年度资金申请总额 360,000. Satisfies it: 360,000 beside
/// 120,000.
void check_annual_over_project_total(FormCheck& form) {
  auto const* project = find_amount(form.form, "project", "total", "budget");
  auto const* year = find_amount(form.form, "year", "total", "budget");
  if (!project || !year || !positive(*project->number))
    return form.needs(project ? "funds/year/total" : "funds/project/total");
  form.judged();
  if (less(*project->number, *year->number))
    form.report_fund(*year, {{"annual", printed_money(form.form, *year->number)},
                             {"total", printed_money(form.form, *project->number)}});
}

} // namespace jixiao
