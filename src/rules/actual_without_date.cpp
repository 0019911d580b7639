#include "rules/rules.hpp"

#include "rules/times.hpp"
#include "rules/words.hpp"

namespace jixiao {

namespace {

bool asks_for_time(Indicator const& row) {
  return row.level2 == "时效指标" && row.target && row.target->kind != ValueKind::quantity &&
         (tells_time(row.target->text) || (row.level3 && tells_time(*row.level3)));
}

} // namespace

/// A target that names a time is answered with one. Breaks it: 6月底前, actual 达成预期指标. Satisfies it: 6月底前,
/// actual 6月12日.
void check_actual_without_date(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    if (!asks_for_time(row) || !row.actual)
      continue;
    form.judged();
    bool const told = row.actual->kind != ValueKind::qualitative || tells_time(row.actual->text) ||
                      (row.remark && tells_time(*row.remark));
    if (!told && !form.garbled(i, "actual"))
      form.report_indicator(
          i, "actual", {{"name", row.level3.value_or("")}, {"target", row.target->text}, {"actual", row.actual->text}});
  }
  form.needs("indicators of timeliness with a time");
}

} // namespace jixiao
