#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 2> more_is_better{"完成率", "使用率"};

/// What is paid to people has a floor: 人均救助标准 ≥250元.
constexpr std::array<std::string_view, 6> floors{"补助标准", "救助标准", "补贴标准",
                                                 "保障标准", "供养标准", "发放标准"};

bool wants_less(Indicator const& indicator) {
  return !(indicator.level3 && contains_any(*indicator.level3, floors)) && is_cost(indicator) &&
         indicator.target->unit && money_exponent(*indicator.target->unit);
}

bool wants_more(Indicator const& indicator) {
  // A part of the budget under 成本指标 has its ceiling.
  if (!indicator.target->unit || !is_percent(*indicator.target->unit) || !indicator.level3 || is_cost(indicator))
    return false;
  auto const name = without_remark(*indicator.level3);
  return is_satisfaction(indicator) || names_bounded_rate(name) || ends_with_any(name, more_is_better);
}

constexpr std::array<std::string_view, 12> delivered{"培训", "新建", "建设", "举办", "发放", "修复",
                                                     "治理", "受益", "就读", "救助", "惠及", "养护"};
/// Counts that a rule of thrift may cap.
constexpr std::array<std::string_view, 8> capped{"会议", "接待", "公务", "因公", "费", "控制", "投诉", "事故"};

/// What is delivered is counted up to its target, not down to it: 培训人数 ≤200人.
bool is_delivery(Indicator const& indicator) {
  auto const& name = indicator.level3;
  return indicator.level2 == "数量指标" && name && names_count(*name) && contains_any(*name, delivered) &&
         !contains_any(*name, capped) && indicator.target->unit && !is_percent(*indicator.target->unit) &&
         !money_exponent(*indicator.target->unit);
}

/// At least nought of a count: whatever happens meets it. A growth may be asked not to fall below it.
bool asks_for_nothing(Indicator const& indicator) {
  auto const& target = *indicator.target;
  bool const is_count = target.unit && !target.unit->empty() && !is_percent(*target.unit);
  return is_count && target.op == Comparator::at_least && same(*target.number, 0);
}

} // namespace

/// The comparator asks for the better side: a cost is at most, a satisfaction, a rate of success or what is delivered
/// at least. Breaks it: 人均成本 ≥1050元; 培训完成率 ≤100%; 受益农户 ≥0户; 培训人数 ≤200人. Satisfies it: 人均成本
/// ≤1050元; 培训完成率 ≥95%.
void check_implausible_direction(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!target || !target->number || target->op == Comparator::none || target->op == Comparator::equal)
      continue;
    form.judged();
    bool const at_least = target->op == Comparator::at_least || target->op == Comparator::greater;
    if (asks_for_nothing(indicator) ||
        (at_least ? wants_less(indicator) : wants_more(indicator) || is_delivery(indicator)))
      form.report_indicator(i, "target", {{"name", indicator.level3.value_or("")}, {"target", target->text}});
  }
  form.needs("indicators/target with a comparator");
}

} // namespace jixiao
