#include "rules/rules.hpp"

#include "rules/funds.hpp"

namespace jixiao {

/// A declaration gives the total of the whole project beside that of the year, also where both are the same.
/// Breaks it: 项目资金总额 blank beside 年度资金申请总额 360,000.00. Satisfies it: both filled.
void check_project_total_blank(FormCheck& form) {
  auto const* project = find_fund(form.form, "project", "total", "budget");
  if (!project)
    return form.needs("funds/project");
  auto const number = static_cast<std::size_t>(project - form.form.funds.data());
  if (project->number || !find_amount(form.form, "year", "total", "budget"))
    return form.judged();
  if (form.lost("funds/" + std::to_string(number)))
    return form.needs("funds/project/total");
  form.report_fund(*project, {});
}

} // namespace jixiao
