#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>
#include <utility>

namespace jixiao {

namespace {

/// 游客满意度（≥**%）: the hint of the template was left behind the name.
bool holds_hint(std::string_view name) {
  static constexpr std::array<std::string_view, 6> hints{"≥**", "≤**", "=**", "**%", "**个", "**人"};
  return contains_any(name, hints);
}

} // namespace

/// A value is filled in, not left as the template's placeholder, and none stands in the name.
/// Breaks it: ≥**个, XX%; 游客满意度（≥**%）. Satisfies it: ≥30个.
void check_placeholder_value(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (indicator.level3 && holds_hint(*indicator.level3))
      form.report_indicator(i, "level3", {{"text", *indicator.level3}});
    for (auto const& [field, value] :
         {std::pair("target", &indicator.target), std::pair("actual", &indicator.actual)}) {
      if (!*value)
        continue;
      form.judged();
      if (holds_placeholder((*value)->text))
        form.report_indicator(i, field, {{"text", (*value)->text}});
    }
  }
  form.needs("indicators/target");
}

} // namespace jixiao
