#include "rules/rules.hpp"

#include <algorithm>
#include <string_view>

namespace jixiao {

namespace {

constexpr std::string_view of_nothing[] = {"无", "未", "没有", "零"}; ///< 无信访 is 0

/// Words only: a sentence with numbers in it may give the value, and so does one of nothing.
bool is_wording(std::string_view text) {
  return text.size() >= 6 &&
         std::ranges::none_of(of_nothing, [&](std::string_view word) { return text.starts_with(word); }) &&
         std::ranges::none_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/// A target in numbers is answered in numbers.
/// Breaks it: ≥90%, actual 达成预期指标. Satisfies it: ≥90%, actual 93%.
void check_actual_without_number(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.target || !indicator.actual || indicator.target->kind != ValueKind::quantity)
      continue;
    form.judged();
    if (indicator.actual->kind == ValueKind::qualitative && is_wording(indicator.actual->text) &&
        !form.garbled(i, "actual"))
      form.report_indicator(i, "actual", {{"target", indicator.target->text}, {"actual", indicator.actual->text}});
  }
  form.needs("indicators/target or actual");
}

} // namespace jixiao
