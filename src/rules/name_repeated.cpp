#include "rules/rules.hpp"

#include "rules/repeats.hpp"
#include "rules/words.hpp"

namespace jixiao {

/// A name stands once in a group: twice with different targets, nobody knows which is meant, or what tells them apart.
/// Breaks it: 宣传报道数量 ≥40(篇) and 宣传报道数量 ≥4(个). Satisfies it: 宣传报道数量 and 宣传专题数量.
void check_name_repeated(FormCheck& form) {
  auto const& indicators = form.form.indicators;
  Repeats repeats(indicators, false);
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    auto const& indicator = indicators[i];
    if (!indicator.level3 || !indicator.target || is_sub_row(indicator))
      continue;
    form.judged();
    auto const first = repeats.before(i);
    if (first && indicators[*first].target->text != indicator.target->text)
      form.report_indicator(i, "level3", {{"name", *indicator.level3}});
  }
  form.needs("indicators/level3 or target");
}

} // namespace jixiao
