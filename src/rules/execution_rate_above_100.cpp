#include "rules/rules.hpp"

#include "rules/exact.hpp"

namespace jixiao {

/// More than the whole revised budget cannot be spent.
/// Breaks it: 执行率 102.59%. Satisfies it: 执行率 100.00%.
void check_execution_rate_above_100(FormCheck& form) {
  for (auto const& rate : form.form.funds) {
    if (rate.measure != "execution_rate" || !rate.number)
      continue;
    form.judged();
    if (less(100, *rate.number))
      form.report_fund(rate, {{"rate", to_string(*rate.number)}});
  }
  form.needs("funds/execution_rate");
}

} // namespace jixiao
