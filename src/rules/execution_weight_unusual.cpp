#include "rules/rules.hpp"

#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

/// The execution rate weighs what the profile says: 10 points (财预〔2020〕10号 第十四条), 20 in Hubei (DB42/T
/// 1601-2020). Breaks it: 分值 100 on the row of the total. Satisfies it: 分值 10.
void check_execution_weight_unusual(FormCheck& form) {
  auto const* weight = execution_weight(form.form);
  if (!weight || form.profile.execution_weights.empty())
    return form.needs("funds/year/total/weight");
  form.judged();
  auto const& accepted = form.profile.execution_weights;
  if (std::ranges::find(accepted, *weight->number) == accepted.end())
    form.report_fund(*weight, {{"weight", to_string(*weight->number)}, {"expected", to_string(accepted[0])}});
}

} // namespace jixiao
