#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

/// A document says for which year it is, on each form or once for all.
/// Breaks it: forms without a year anywhere. Satisfies it: (2026年度).
void check_fiscal_year_missing(DocumentCheck& document) {
  auto const& forms = document.document.forms;
  if (forms.empty())
    return document.needs("forms");
  document.judged();
  if (std::ranges::none_of(forms, [](Form const& form) { return form.fiscal_year.has_value(); }))
    document.report(0, "fiscal_year", {});
}

} // namespace jixiao
