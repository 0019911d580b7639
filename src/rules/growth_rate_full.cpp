#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 7> growth{"提高率", "提升率", "增长率", "改善率", "增加率", "增幅", "增长幅度"};
constexpr std::array<std::string_view, 6> of_ability{"能力", "素质", "水平", "质量", "意识", "效率"};
constexpr int most_of_ability = 50; ///< percent by which an ability may be said to grow

bool is_too_much(std::string_view name, Decimal percent) {
  return same(percent, 100) || (contains_any(name, of_ability) && less(most_of_ability, percent) && less(percent, 100));
}

} // namespace

/// A rate of growth of 100 % doubles what it is of; mostly the share that was done is meant. So it is where an
/// ability grows by more than half. Breaks it: 服务能力提高率 =100%, ≥90%. Satisfies it: 服务能力提高率 ≥5%;
/// 培训计划完成率 =100%.
void check_growth_rate_full(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& name = form.form.indicators[i].level3;
    auto const& target = form.form.indicators[i].target;
    if (!name || !target || !target->number || !target->unit || !is_percent(*target->unit) || form.garbled(i, "level3"))
      continue;
    form.judged();
    if (ends_with_any(without_remark(*name), growth) && is_too_much(*name, *target->number))
      form.report_indicator(i, "target", {{"name", *name}, {"target", target->text}});
  }
  form.needs("indicators in percent");
}

} // namespace jixiao
