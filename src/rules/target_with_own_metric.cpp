#include "rules/rules.hpp"

#include "rules/texts.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

constexpr std::size_t fewest_pairs = 2;

} // namespace

/// The name of an indicator says what its target measures; a metric of its own belongs into the name.
/// Breaks it: 提升调研效能 with the target 前瞻性研究≥9次. Satisfies it: 前瞻性研究次数 ≥9次.
void check_target_with_own_metric(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.level3 || !indicator.target)
      continue;
    form.judged();
    auto const subject = bare(indicator.target->subject.value_or(""));
    auto const pairs = pairs_of(subject);
    if (pairs.size() >= fewest_pairs && common(pairs, pairs_of(*indicator.level3)) * 2 < pairs.size() &&
        !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"target", indicator.target->text}, {"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
