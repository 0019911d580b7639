#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

#include <array>
#include <cstdint>

namespace jixiao {

namespace {

constexpr std::int64_t least_reach = 1000;
constexpr std::array<std::string_view, 9> of_reach{"人次",   "阅读", "点击", "浏览", "访问",
                                                   "播放量", "关注", "受众", "粉丝"};

/// 1000000, 25000: one or two digits and noughts. Their number cannot be planned to the last one.
bool is_round(Decimal value) {
  for (; value.scale > 0; --value.scale, value.coefficient /= 10)
    if (value.coefficient % 10 != 0)
      return false;
  if (value.coefficient < least_reach)
    return false;
  while (value.coefficient % 10 == 0)
    value.coefficient /= 10;
  return value.coefficient < 100;
}

bool counts_reach(Indicator const& row) {
  return contains_any(row.level3.value_or(""), of_reach) ||
         (row.target->unit && row.target->unit->find("人次") != std::string::npos);
}

} // namespace

/// How many people are reached nobody can order: a count of them that ends at the round target was not taken. Breaks
/// it: 宣传推广人次 ≥1000000人次, 1000000人次. Satisfies it: the same with 1073200人次.
void check_result_just_target(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const result = fulfilment(row);
    if (!result || row.target->op != Comparator::at_least || !is_round(*row.target->number) || !counts_reach(row) ||
        form.garbled(i, "actual"))
      continue;
    form.judged();
    if (same(result->target, result->actual))
      form.report_indicator(
          i, "actual", {{"name", row.level3.value_or("")}, {"target", row.target->text}, {"actual", row.actual->text}});
  }
  form.needs("indicators of reach with results");
}

} // namespace jixiao
