#include "rules/rules.hpp"

#include <set>
#include <tuple>

namespace jixiao {

/// The same name with the same target twice under one group is counted twice.
/// Breaks it: two rows 宣传内容准确率 =100.00(%) under 质量指标. Satisfies it: different names or targets.
void check_duplicate_indicator(Form const& form, std::size_t form_index, DiagnosticSink& sink) {
  std::set<std::tuple<std::string_view, std::string_view, std::string_view>> seen;
  for (std::size_t i = 0; i < form.indicators.size(); ++i) {
    auto const& indicator = form.indicators[i];
    if (!indicator.level3 || !indicator.target)
      continue;
    auto const group = indicator.level2 ? std::string_view(*indicator.level2) : std::string_view();
    if (seen.emplace(group, *indicator.level3, indicator.target->text).second)
      continue;
    sink.emit(Code::duplicate_indicator, {{"name", *indicator.level3}}, indicator.at,
              form_path(form_index) + "/indicators/" + std::to_string(i));
  }
}

} // namespace jixiao
