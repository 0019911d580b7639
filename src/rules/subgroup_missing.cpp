#include "rules/rules.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t fewest_of_group = 6; ///< a form of fewer rows lacks more than a group: V560 and V564 say so

bool is_canonical(Indicator const& one) {
  return one.level1 && one.level2 && one.level1->ends_with("指标") && one.level2->ends_with("指标");
}

} // namespace

/// A form has an indicator of each group that its profile expects: 数量, 质量 and 时效 of the outputs, and 满意度
/// (财预〔2020〕10号). A form whose groups have names of their own is not judged. Breaks it: outputs without 时效指标.
/// Satisfies it: one row of it.
void check_subgroup_missing(FormCheck& form) {
  auto const& rows = form.form.indicators;
  if (rows.size() < fewest_of_group || !std::ranges::all_of(rows, is_canonical))
    return form.needs("indicators/level2");
  if (form.lost("indicators"))
    return form.needs("indicators");
  form.judged();
  bool const outputs = std::ranges::any_of(rows, [](Indicator const& one) { return one.level1 == "产出指标"; });
  for (auto const& rule : form.profile.groups) {
    bool const of_outputs = rule.group != "满意度指标";
    bool const there = std::ranges::any_of(
        rows, [&](Indicator const& one) { return one.level1 == rule.group || one.level2 == rule.group; });
    if (rule.expected && !there && (outputs || !of_outputs))
      form.report("indicators", {{"group", rule.group}});
  }
}

} // namespace jixiao
