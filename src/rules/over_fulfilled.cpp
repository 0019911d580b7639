#include "rules/rules.hpp"

#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

/// A cost of just a tenth, a hundredth …: a zero is missing (V618), nothing was saved.
bool lost_a_zero(Fulfilment const& result) {
  for (int power = 1; power <= 4; ++power)
    if (result.reverse && same(shifted(result.actual, power), result.target))
      return true;
  return false;
}

} // namespace

/// A target that is passed by far was set too low, or the result has a reason that belongs beside it (财预〔2020〕10号
/// 第十五条: 因年初指标值设定明显偏低造成的超额完成要分析原因、适度扣分). How far is the profile's: 30 %. For costs,
/// the same below the target. Breaks it: ≥10张, 54张 and nothing beside. Satisfies it: ≥50张, 54张.
void check_over_fulfilled(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    bool const counted = !indicator.weight || positive(*indicator.weight);
    if (!result || !counted || !positive(result->target) || (result->reverse && !is_cost(indicator)))
      continue;
    form.judged();
    auto const beyond = result->reverse ? result->target - result->actual : result->actual - result->target;
    bool const far = less(Exact(form.profile.over_fulfilment) * result->target, Exact(100) * beyond);
    if (!far || lost_a_zero(*result) || result->result == Fulfilment::Result::missed || is_reason(indicator.remark) ||
        form.lost(i, "remark"))
      continue;
    auto const percent = quotient(Exact(100) * beyond, result->target, 0);
    form.report_indicator(i, "actual",
                          {{"target", indicator.target->text},
                           {"actual", indicator.actual->text},
                           {"percent", percent ? to_string(*percent) : std::string()}});
  }
  form.needs("indicators/target or actual");
}

} // namespace jixiao
