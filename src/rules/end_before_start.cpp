#include "rules/rules.hpp"

namespace jixiao {

/// ISO 8601 dates compare as text; of different precision, as far as both go.
/// Breaks it: 2026-12-31 to 2026-01-01. Satisfies it: 2026-01-01 to 2026-12-31.
void check_end_before_start(Form const& form, std::size_t form_index, DiagnosticSink& sink) {
  if (!form.start_date || !form.end_date)
    return;
  auto const digits = std::min(form.start_date->size(), form.end_date->size());
  if (form.end_date->substr(0, digits) >= form.start_date->substr(0, digits))
    return;
  sink.emit(Code::end_before_start, {{"start", *form.start_date}, {"end", *form.end_date}}, form.at,
            form_path(form_index) + "/end_date");
}

} // namespace jixiao
