#include "rules/rules.hpp"

#include "rules/times.hpp"
#include "rules/words.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 16> comparison_signs{"≥",  "≤", "≧", "≦", "⩾",  "⩽",  "＞", "＜",
                                                            "＝", "=", ">", "<", "﹥", "﹤", "≯",  "≮"};

bool begins_with_sign(std::string_view text) {
  return std::ranges::any_of(comparison_signs, [&](std::string_view sign) { return trim(text).starts_with(sign); });
}

} // namespace

/// What stands behind a comparator is a number, or a date. Breaks it: ≥4Z.00(座); ≥ %. Satisfies it: ≥42.00(座).
void check_sign_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    for (auto const& [field, value] :
         {std::pair("target", &indicator.target), std::pair("actual", &indicator.actual)}) {
      if (!*value || !begins_with_sign((*value)->text))
        continue;
      form.judged();
      auto const& text = (*value)->text;
      if ((*value)->kind == ValueKind::qualitative && !holds_placeholder(text) && !deadline_month(text))
        form.report_indicator(i, field, {{"text", text}});
    }
  }
  form.needs("indicators/target");
}

} // namespace jixiao
