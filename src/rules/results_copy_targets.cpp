#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

constexpr int fewest_results = 6;

/// At least so many, or no more: to meet it to the last digit is chance. A share of all, and nought, are no chance.
bool leaves_room(Indicator const& row) {
  auto const op = row.target->op;
  bool const all = row.target->unit && is_percent(*row.target->unit) && same(*row.target->number, 100);
  return (op == Comparator::at_least || op == Comparator::at_most) && positive(*row.target->number) && !all;
}

} // namespace

/// Results are counted, not copied: where targets leave room (≥, ≤), not every result is just its target. Breaks it:
/// six targets of ≥ and ≤, and each result the same number. Satisfies it: one of them passed.
void check_results_copy_targets(FormCheck& form) {
  int count = 0;
  bool other = false;
  for (std::size_t i = 0; i < form.form.indicators.size() && !other; ++i) {
    auto const result = fulfilment(form.form.indicators[i]);
    if (!result || !leaves_room(form.form.indicators[i]))
      continue;
    other = !same(result->target, result->actual);
    ++count;
  }
  if (!other && count < fewest_results)
    return form.needs("indicators with results that leave room");
  form.judged();
  if (!other)
    form.report("indicators", {{"count", count}});
}

} // namespace jixiao
