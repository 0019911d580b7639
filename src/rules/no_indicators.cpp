#include "rules/rules.hpp"

namespace jixiao {

/// Indicators are what the form is for (财预〔2015〕88号: targets are refined and quantified into indicators).
/// Breaks it: a form whose indicator table has no rows. Satisfies it: at least one row.
void check_no_indicators(Form const& form, std::size_t form_index, DiagnosticSink& sink) {
  if (form.indicators.empty())
    sink.emit(Code::no_indicators, {}, form.at, form_path(form_index) + "/indicators");
}

} // namespace jixiao
