#include "rules/rules.hpp"

namespace jixiao {

/// A project is described by a handful of indicators, three at least unless the profile says otherwise.
/// Breaks it: a form of two indicators. Satisfies it: a form of three.
void check_few_indicators(FormCheck& form) {
  auto const count = form.form.indicators.size();
  if (count == 0 || form.lost("indicators"))
    return form.needs("indicators");
  form.judged();
  if (count < static_cast<std::size_t>(form.profile.fewest_indicators))
    form.report("indicators", {{"count", count}, {"least", form.profile.fewest_indicators}});
}

} // namespace jixiao
