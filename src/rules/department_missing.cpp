#include "rules/rules.hpp"

namespace jixiao {

/// A form names who answers for the project: the supervising department or the implementing unit.
/// Breaks it: 主管部门 and 实施单位 with empty cells. Satisfies it: 主管部门 | 青石县水务局.
void check_department_missing(FormCheck& form) {
  if (form.form.supervising_department || form.form.implementing_unit)
    return form.judged();
  // Where nothing of the head was read, the reading is in doubt, not the office.
  bool const headless = form.form.layout.starts_with("base-") && !form.form.project_name;
  if (headless || form.lost("implementing_unit") || form.lost("supervising_department"))
    return form.needs("implementing_unit");
  form.report("implementing_unit", {});
}

} // namespace jixiao
