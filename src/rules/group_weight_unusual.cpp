#include "rules/rules.hpp"

#include "rules/points.hpp"

namespace jixiao {

/// The indicators of a group weigh together what the profile says: 产出 50, 效益 30, 满意度 10 (财预〔2020〕10号
/// 第十四条, 原则上). Breaks it: 产出指标 of 70 points. Satisfies it: 产出指标 of 50 points.
void check_group_weight_unusual(FormCheck& form) {
  auto const all = sum_of(form.form, &Indicator::weight);
  if (all.count == 0 || !all.complete)
    return form.needs("indicators/weight");
  for (auto const& group : form.profile.groups) {
    if (!group.weight)
      continue;
    form.judged();
    auto const sum = sum_of_group(form.form, group.group);
    if (sum.count == 0 || same(sum.points, *group.weight))
      continue;
    if (auto const printed = rounded(sum.points, sum.points.scale))
      form.report("indicators",
                  {{"group", group.group}, {"sum", to_string(*printed)}, {"expected", to_string(*group.weight)}});
  }
  form.needs("weights of groups in the profile");
}

} // namespace jixiao
