#include "rules/rules.hpp"

#include "rules/words.hpp"

namespace jixiao {

namespace {

/// 长效管理机制健全性 健全: rules that are there can be looked up.
bool asks_for_rules(Indicator const& indicator) {
  constexpr std::string_view rules[] = {"制度", "机制"};
  auto const words = bare(indicator.target->text);
  return (words == "健全" || words == "健全有效") && indicator.level3 && contains_any(*indicator.level3, rules);
}

/// 空气质量 优良. Of works it is a grade that the acceptance gives.
bool is_grade_of_nothing(Indicator const& indicator) {
  constexpr std::string_view works[] = {"工程", "施工", "建设", "单元"};
  return bare(indicator.target->text) == "优良" && indicator.level3 && !contains_any(*indicator.level3, works);
}

/// 知晓度是否明显提高 是.
bool answers_yes(Indicator const& indicator) {
  return bare(indicator.target->text) == "是" && indicator.level3 &&
         indicator.level3->find("是否") != std::string::npos;
}

} // namespace

/// A target in words names a standard by which it can be judged (财预〔2015〕88号: 细化量化; what cannot be quantified
/// is described so that it can be measured). Many offices do without: a note. Breaks it: 显著提升; 达成目标要求.
/// Satisfies it: 通过省级验收.
void check_vague_target(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    // Those have rules of their own.
    bool const rate = indicator.level3 && names_rate(*indicator.level3);
    if (!target || target->kind != ValueKind::qualitative || rate || is_satisfaction(indicator) ||
        indicator.level2 == "时效指标" || is_of_management(indicator))
      continue;
    form.judged();
    bool const repeated = indicator.level3 && !without_praise(target->text).empty() &&
                          without_praise(target->text) == without_praise(*indicator.level3);
    bool const vague = (names_no_standard(target->text) && !asks_for_rules(indicator)) ||
                       is_grade_of_nothing(indicator) || answers_yes(indicator);
    if (!repeated && vague && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"target", target->text}});
  }
  form.needs("indicators/target in words");
}

} // namespace jixiao
