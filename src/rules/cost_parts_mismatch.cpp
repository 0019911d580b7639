#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <optional>

namespace jixiao {

namespace {

std::optional<Exact> in_yuan(Indicator const& row) {
  auto const exponent =
      row.target && row.target->number && row.target->unit ? money_exponent(*row.target->unit) : std::nullopt;
  return exponent ? std::optional(shifted(*row.target->number, *exponent)) : std::nullopt;
}

} // namespace

/// Costs printed as 其中… add up to the cost above them.
/// Breaks it: 项目总成本 30万元 over 其中：材料费 12万元 and 其中：人工费 15万元. Satisfies it: 12 and 18.
void check_cost_parts_mismatch(FormCheck& form) {
  auto const& rows = form.form.indicators;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const total = is_cost(rows[i]) && !is_sub_row(rows[i]) ? in_yuan(rows[i]) : std::nullopt;
    if (!total)
      continue;
    std::size_t parts = 0;
    Exact sum = 0;
    for (auto j = i + 1; j < rows.size() && is_sub_row(rows[j]) && is_cost(rows[j]); ++j)
      if (auto const part = in_yuan(rows[j])) {
        sum = sum + *part;
        ++parts;
      }
    if (parts < 2)
      continue;
    form.judged();
    auto const printed = rounded(shifted(sum, -*money_exponent(*rows[i].target->unit)), rows[i].target->number->scale);
    if (printed && !same(*printed, *rows[i].target->number))
      form.report_indicator(i, "target",
                            {{"name", rows[i].level3.value_or("")},
                             {"total", rows[i].target->text},
                             {"sum", to_string(*printed) + *rows[i].target->unit}});
  }
  form.needs("indicators of costs with parts");
}

} // namespace jixiao
