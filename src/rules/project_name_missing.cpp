#include "rules/rules.hpp"

namespace jixiao {

/// A form without a project name cannot be followed from budget to evaluation (财预〔2015〕88号). A form of a whole
/// department has none.
/// Breaks it: 项目名称 with an empty cell. Satisfies it: 项目名称 | 河道保洁经费.
void check_project_name_missing(FormCheck& form) {
  if (form.form.project_name)
    return form.judged();
  // Where nothing of the head was read, the reading is in doubt, not the office.
  bool const headless =
      form.form.layout.starts_with("base-") && !form.form.supervising_department && !form.form.implementing_unit;
  if (headless || form.lost("project_name") || form.form.kind.starts_with("department_"))
    return form.needs("project_name");
  form.report("project_name", {});
}

} // namespace jixiao
