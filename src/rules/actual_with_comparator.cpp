#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 3> reached{"达", "完成", "实现"}; ///< 满意率达96%: a result in words

} // namespace

/// What was reached is a value, not a limit: a comparator shows that the target was copied.
/// Breaks it: ≥266米, actual ≥266米. Satisfies it: ≥266米, actual 270米.
void check_actual_with_comparator(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.actual || !indicator.actual->number)
      continue;
    form.judged();
    auto const op = indicator.actual->op;
    if (op != Comparator::none && op != Comparator::equal && !contains_any(indicator.actual->text, reached))
      form.report_indicator(i, "actual", {{"actual", indicator.actual->text}});
  }
  form.needs("indicators/actual");
}

} // namespace jixiao
