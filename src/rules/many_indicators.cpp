#include "rules/rules.hpp"

namespace jixiao {

/// Indicators that nobody can keep in view steer nothing; the profile says how many are usual: 25.
/// Breaks it: a form of 30 indicators. Satisfies it: a form of 12.
void check_many_indicators(FormCheck& form) {
  auto const count = form.form.indicators.size();
  if (count == 0)
    return form.needs("indicators");
  form.judged();
  if (count > static_cast<std::size_t>(form.profile.most_indicators))
    form.report("indicators", {{"count", count}, {"most", form.profile.most_indicators}});
}

} // namespace jixiao
