#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// A satisfaction that is aimed at is at least the profile's: 80 %.
/// Breaks it: 游客满意度 ≥60%. Satisfies it: 游客满意度 ≥90%.
void check_satisfaction_target_low(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!is_satisfaction(indicator) || !target || !target->number || !target->unit || !is_percent(*target->unit))
      continue;
    form.judged();
    if (less(*target->number, form.profile.satisfaction))
      form.report_indicator(i, "target", {{"target", target->text}, {"least", to_string(form.profile.satisfaction)}});
  }
  form.needs("indicators of satisfaction");
}

} // namespace jixiao
