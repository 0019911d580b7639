#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 7> growth{"提高率", "提升率", "增长率", "改善率", "增加率", "增幅", "增长幅度"};

} // namespace

/// A rate of growth of 100 % doubles what it is of; mostly the share that was done is meant. Breaks it: 服务能力提高率
/// =100%. Satisfies it: 服务能力提高率 ≥5%; 培训计划完成率 =100%.
void check_growth_rate_full(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& name = form.form.indicators[i].level3;
    auto const& target = form.form.indicators[i].target;
    if (!name || !target || !target->number || !target->unit || !is_percent(*target->unit) || form.garbled(i, "level3"))
      continue;
    form.judged();
    if (ends_with_any(without_remark(*name), growth) && same(*target->number, 100))
      form.report_indicator(i, "target", {{"name", *name}, {"target", target->text}});
  }
  form.needs("indicators in percent");
}

} // namespace jixiao
