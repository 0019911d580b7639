#include "rules/rules.hpp"

namespace jixiao {

/// A form without a project name cannot be followed from budget to evaluation.
/// Breaks it: 项目名称 with an empty cell. Satisfies it: 项目名称 | 河道保洁经费.
void check_project_name_missing(Form const& form, std::size_t form_index, DiagnosticSink& sink) {
  if (!form.project_name)
    sink.emit(Code::project_name_missing, {}, form.at, form_path(form_index) + "/project_name");
}

} // namespace jixiao
