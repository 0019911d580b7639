#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 4> in_doubt{"有可能", "不可能", "完全不可能", "可能"};

/// What is chosen under 完成目标可能性, where it is not 确定能; empty else.
std::string doubt_of(Indicator const& row) {
  for (auto const& choice : row.choices)
    if (choice.label.find("可能性") != std::string::npos)
      for (auto const& chosen : choice.chosen)
        if (std::ranges::find(in_doubt, chosen) != in_doubt.end())
          return chosen;
  return {};
}

/// A reason beside the row, in whichever of the columns of reasons.
bool has_row_reason(Indicator const& row) {
  return is_reason(row.remark) ||
         std::ranges::any_of(row.other, [](Labelled const& one) { return is_reason(one.text); }) ||
         std::ranges::any_of(row.choices, [](Choice const& one) {
           return one.label.find("可能性") == std::string::npos && !one.chosen.empty();
         });
}

} // namespace

/// Where a target may not be reached, monitoring asks for the reason and for what is done (财预〔2019〕136号). Breaks
/// it: 有可能 and nothing beside. Satisfies it: 有可能, 设备未到货，已催办.
void check_risk_without_measures(FormCheck& form) {
  bool const below = has_reason_below(form.form);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const doubt = doubt_of(row);
    if (row.choices.empty())
      continue;
    form.judged();
    if (!doubt.empty() && !below && !has_row_reason(row) && !form.lost(i, "remark"))
      form.report_indicator(i, "remark", {{"name", row.level3.value_or("")}, {"text", doubt}});
  }
  form.needs("indicators/choices");
}

} // namespace jixiao
