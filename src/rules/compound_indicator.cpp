#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 8> measured_by{"满意度", "满意率", "合格率", "覆盖率",
                                                      "及时率", "完成率", "准确率", "知晓率"};
constexpr std::array<std::string_view, 5> joints{"、", "，", ",", "和", "及"};

/// One of the measures stands in the name, and behind a joint there is one again.
bool measures_two(std::string_view name) {
  for (auto const& measure : measured_by) {
    auto const at = name.find(measure);
    if (at == name.npos)
      continue;
    auto const behind = name.substr(at + measure.size());
    for (auto const joint : joints)
      if (behind.starts_with(joint) && contains_any(behind, measured_by))
        return true;
  }
  return false;
}

/// 学生、家长、社会满意度: three groups asked, one number. Two may be one survey.
bool asks_three(std::string_view name) {
  constexpr std::string_view comma = "、";
  auto const first = name.find(comma);
  return (name.ends_with("满意度") || name.ends_with("满意率")) && first != name.npos &&
         name.find(comma, first + comma.size()) != name.npos;
}

} // namespace

/// An indicator measures one thing, or nobody knows what its number is. Breaks it: 培训满意度、参与者满意度 ≥90%;
/// 学生、家长、社会满意度 ≥90%. Satisfies it: two indicators.
void check_compound_indicator(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target || !indicator.target->number || form.garbled(i, "level3"))
      continue;
    form.judged();
    if (measures_two(*indicator.level3) || asks_three(without_remark(*indicator.level3)))
      form.report_indicator(i, "level3", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators with numbers");
}

} // namespace jixiao
