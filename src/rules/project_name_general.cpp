#include "rules/rules.hpp"

#include "rules/texts.hpp"

namespace jixiao {

/// The name of a project says what it does for whom; an item of the accounts says what the money buys. Breaks it:
/// 劳务费; 工作经费. Satisfies it: 社区保洁劳务费.
void check_project_name_general(FormCheck& form) {
  if (!form.form.project_name || form.garbled("project_name"))
    return form.needs("project_name");
  form.judged();
  if (is_general_name(*form.form.project_name))
    form.report("project_name", {{"name", *form.form.project_name}});
}

} // namespace jixiao
