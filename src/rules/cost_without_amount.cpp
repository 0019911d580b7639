#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 5> limits{"控制", "不超", "预算内", "预算范围", "节约"};
constexpr std::array<std::string_view, 6> fixed_by_others{"标准", "规定", "合同", "批复", "文件", "办法"};

/// 控制在预算范围内: a limit in words that names none.
bool limits_in_words(Value const& target) {
  return target.kind == ValueKind::qualitative && contains_any(target.text, limits) &&
         !contains_any(target.text, fixed_by_others) && !names_no_standard(target.text) &&
         std::ranges::none_of(target.text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

/// A cost is held against an amount; 100 % of a budget that is not named is met by spending all of it. A form that
/// gives an amount in another row is not meant, nor is a standard that others fixed. Breaks it: 控制在预算范围内 =100%;
/// 项目总成本 控制在预算内.
/// Satisfies it: 项目总成本 ≤35万元; 补助标准执行率 =100%.
void check_cost_without_amount(FormCheck& form) {
  auto const& rows = form.form.indicators;
  bool const amount = std::ranges::any_of(rows, [](Indicator const& one) {
    return is_cost(one) && one.target && one.target->unit && money_exponent(*one.target->unit);
  });
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& target = rows[i].target;
    bool const economic = rows[i].level2 == "经济成本指标" || rows[i].level2 == "成本指标";
    bool const in_words = target && limits_in_words(*target);
    if (!economic || !target || ((!target->number || !target->unit) && !in_words))
      continue;
    form.judged();
    bool const exact = target->op == Comparator::none || target->op == Comparator::equal;
    bool const fixed = rows[i].level3 && rows[i].level3->find("标准") != std::string::npos;
    bool const all_of_it = !in_words && exact && is_percent(*target->unit) && same(*target->number, 100);
    if (!amount && !fixed && (in_words || all_of_it))
      form.report_indicator(i, "target", {{"name", rows[i].level3.value_or("")}, {"target", target->text}});
  }
  form.needs("indicators of costs");
}

} // namespace jixiao
