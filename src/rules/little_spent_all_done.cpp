#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"

namespace jixiao {

namespace {

constexpr std::size_t fewest_done = 3;
constexpr int little = 60; ///< percent

} // namespace

/// Where much of the money was left, not all can be done as planned: either the budget was too high, or the scores are.
/// Breaks it: an execution rate of 33.91% and full scores for all of 产出指标. Satisfies it: points off for what was
/// put off.
void check_little_spent_all_done(FormCheck& form) {
  auto const* rate = find_amount(form.form, "year", "total", "execution_rate");
  auto const percent = execution_percent(form.form);
  if (!rate || !percent)
    return form.needs("funds/year/total/execution_rate");
  std::size_t count = 0;
  bool all_full = true;
  for (auto const& indicator : form.form.indicators)
    if (indicator.level1 == "产出指标" && indicator.weight && indicator.score && positive(*indicator.weight)) {
      ++count;
      all_full = all_full && !less(*indicator.score, *indicator.weight);
    }
  if (count < fewest_done)
    return form.needs("indicators/score");
  form.judged();
  if (all_full && less(*percent, little))
    form.report_fund(*rate, {{"rate", to_string(*percent)}, {"count", count}});
}

} // namespace jixiao
