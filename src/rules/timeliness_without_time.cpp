#include "rules/rules.hpp"

#include "rules/times.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 5> timely_shares{"率", "度", "比例", "占比", "性"};

} // namespace

/// 时效指标 says by when, or what share is in time. Breaks it: 查信办案 高效; 按时完工 =100%. Satisfies it:
/// 2026年11月底前 完工; 完工及时率 ≥95%.
void check_timeliness_without_time(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (indicator.level2 != "时效指标" || !indicator.target || !indicator.level3)
      continue;
    form.judged();
    bool const rate = names_rate(*indicator.level3);
    bool const percent = indicator.target->unit && is_percent(*indicator.target->unit);
    bool const timeless = indicator.target->kind == ValueKind::qualitative && !tells_time(indicator.target->text) &&
                          !tells_time(*indicator.level3);
    if (!rate && (percent ? !contains_any(*indicator.level3, timely_shares) : timeless) && !form.garbled(i, "target"))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"target", indicator.target->text}});
  }
  form.needs("indicators of timeliness");
}

} // namespace jixiao
