#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 8> unbounded{"增", "完成", "提升", "提高", "升", "回报", "收益", "偿"};

} // namespace

/// A share of a whole is at most 100 %; "at least" all of it is all of it. Rates that can pass it (完成率, 增长率) are
/// not meant. Breaks it: 成果转化率 ≥100%. Satisfies it: =100%.
void check_at_least_all(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!indicator.level3 || !target || !target->number || !target->unit || !is_percent(*target->unit))
      continue;
    form.judged();
    auto const& name = target->subject && !target->subject->empty() ? *target->subject : *indicator.level3;
    bool const share = names_bounded_rate(name) || (names_rate(name) && !contains_any(name, unbounded));
    if (target->op != Comparator::at_least || !same(*target->number, 100) || !share)
      continue;
    std::string_view text = target->text;
    if (text.starts_with(name)) // the name of a metric of its own stands in it
      text.remove_prefix(name.size());
    form.report_indicator(i, "target", {{"name", name}, {"target", text}});
  }
  form.needs("indicators of rates");
}

} // namespace jixiao
