#include "rules/rules.hpp"

#include "rules/times.hpp"

namespace jixiao {

/// The year in the title of a document, or of a form, is that of the forms under it.
/// Breaks it: 2025年度绩效目标汇总表 over (2026年度). Satisfies it: 2026年度绩效目标汇总表 over (2026年度).
void check_title_year_mismatch(DocumentCheck& document) {
  auto const title_year = document.document.title ? only_year(*document.document.title) : std::nullopt;
  for (std::size_t i = 0; i < document.document.forms.size(); ++i) {
    auto const& form = document.document.forms[i];
    auto const own = form.title ? only_year(*form.title) : std::nullopt;
    auto const year = own ? own : title_year;
    if (!year || !form.fiscal_year)
      continue;
    document.judged();
    if (*year != *form.fiscal_year)
      document.report(i, "fiscal_year", {{"title_year", *year}, {"year", *form.fiscal_year}});
  }
  document.needs("title or forms/fiscal_year");
}

} // namespace jixiao
