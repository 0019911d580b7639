#include "rules/rules.hpp"

#include "rules/points.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

namespace jixiao {

namespace {

constexpr int allowed = 10; ///< points: within them is the office's own choice

/// The groups of the tree that the form keeps: of 2021 with 成本指标 as a level 1, or the one before.
std::vector<GroupRule> const& groups_of(FormCheck const& form) {
  constexpr std::string_view cost = "成本指标";
  bool const asked = std::ranges::find(form.profile.groups, cost, &GroupRule::group) != form.profile.groups.end();
  bool const there =
      std::ranges::any_of(form.form.indicators, [&](Indicator const& one) { return one.level1 == cost; });
  return asked && !there ? find_profile("national-2020")->groups : form.profile.groups;
}

} // namespace

/// The indicators of a group weigh together about what the profile says: 产出 50, 效益 30, 满意度 10 (财预〔2020〕10号
/// 第十四条, 原则上); departments have notices of their own. Breaks it: 产出指标 of 70 points. Satisfies it: 产出指标
/// of 55 points.
void check_group_weight_unusual(FormCheck& form) {
  auto const all = sum_of(form.form, &Indicator::weight);
  if (all.count == 0 || !all.complete || form.form.kind.starts_with("department_"))
    return form.needs("indicators/weight");
  for (auto const& group : groups_of(form)) {
    if (!group.weight)
      continue;
    form.judged();
    auto const sum = sum_of_group(form.form, group.group);
    if (sum.count == 0 || !apart(sum.points, *group.weight, Decimal{allowed, 0}))
      continue;
    if (auto const printed = rounded(sum.points, sum.points.scale))
      form.report("indicators",
                  {{"group", group.group}, {"sum", to_string(*printed)}, {"expected", to_string(*group.weight)}});
  }
  form.needs("weights of groups in the profile");
}

} // namespace jixiao
