#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

bool is_bare_number(Indicator const& row) {
  auto const& target = row.target;
  return target->kind == ValueKind::quantity && target->number && (!target->unit || target->unit->empty());
}

/// 次数, 率, 单价（元/米）: the name says in what it is counted.
bool names_unit(std::string_view name) {
  return without_remark(name) != name || names_count(name) || names_rate(name) || name.ends_with("度") ||
         name.ends_with("数") || name.ends_with("比") || name.ends_with("例");
}

/// 验收合格率 100: the percent sign is missing. A fraction (0.95) or a number of things is not meant.
bool is_rate_without_sign(Indicator const& row) {
  return row.level3 && names_rate(*row.level3) && row.level3->find('%') == std::string::npos && row.target &&
         is_bare_number(row) && less(1, *row.target->number) && !less(100, *row.target->number);
}

} // namespace

/// A quantity is a number and a unit. Judged where the other targets of the form have theirs: else they stand in a
/// column of their own, or were lost in reading; a rate shows by itself that % is missing. Breaks it: 印发宣传手册
/// ≥5000 among targets with units; 验收合格率 100. Satisfies it: ≥5000册; 100%.
void check_target_without_unit(FormCheck& form) {
  auto const& rows = form.form.indicators;
  std::size_t with = 0, without = 0;
  for (auto const& row : rows)
    if (row.target && row.target->kind == ValueKind::quantity && row.target->number)
      ++(is_bare_number(row) ? without : with);
  if (with + without == 0 || form.lost("indicators"))
    return form.needs("indicators/target with units");
  form.judged();
  bool const units = without * 3 <= with;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    auto const& row = rows[i];
    // Of a file that broke off, the sign of the last row may be what is lost.
    if (is_rate_without_sign(row) && i + 1 < rows.size() && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *row.level3}, {"target", row.target->text}});
    else if (units && row.level2 == "数量指标" && row.target && row.level3 && is_bare_number(row) &&
             !names_unit(*row.level3) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *row.level3}, {"target", row.target->text}});
  }
}

} // namespace jixiao
