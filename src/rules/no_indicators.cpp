#include "rules/rules.hpp"

namespace jixiao {

/// Indicators are what the form is for (财预〔2015〕88号: targets are refined and quantified into indicators).
/// Breaks it: a form whose indicator table has no rows. Satisfies it: at least one row.
void check_no_indicators(FormCheck& form) {
  if (!form.form.indicators.empty())
    return form.judged();
  form.report("indicators", {});
}

} // namespace jixiao
