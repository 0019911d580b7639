#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace jixiao {

namespace {

struct Measure {
  std::string_view name;                 ///< at the end of an indicator's name
  std::array<std::string_view, 5> units; ///< a unit that has one of these in it fits
};

constexpr Measure measure_words[] = {
    {"课时", {"课时", "学时", "小时", "节", "课"}}, {"次数", {"次", "场", "期", "回", "轮"}},
    {"天数", {"天", "日", "天", "日", "天"}},       {"户数", {"户", "家", "个", "户", "家"}},
    {"人次", {"人", "次", "名", "个", "位"}},       {"人数", {"人", "名", "位", "个", "员"}}};

/// 设备配备率100%: the rate, whose own target stands behind it.
std::string_view without_percentage(std::string_view name) {
  if (!name.ends_with('%'))
    return name;
  auto const digits = name.find_last_not_of("0123456789.", name.size() - 2);
  return digits == name.npos || digits + 2 == name.size() ? name : name.substr(0, digits + 1);
}

bool contradicts(std::string_view name, std::string_view unit) {
  if (names_rate(name))
    return !is_percent(unit) && unit != "‰" && unit != "比例" && unit.find("率") == unit.npos &&
           unit.find('%') == unit.npos && unit.find("分") == unit.npos;
  auto const measure =
      std::ranges::find_if(measure_words, [&](Measure const& one) { return name.ends_with(one.name); });
  return measure != std::end(measure_words) && !contains_any(unit, measure->units);
}

} // namespace

/// The unit of a target is one that what its name counts is counted in.
/// Breaks it: 培训课时 ≥3(次); 设备完好率 ≥5(台). Satisfies it: 培训课时 ≥3(课时); 设备完好率 ≥95(%).
void check_name_unit_mismatch(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!indicator.level3 || !target || target->kind != ValueKind::quantity || !target->unit || target->unit->empty())
      continue;
    form.judged();
    bool const quotient = indicator.level3->find('/') != std::string::npos && is_percent(*target->unit);
    if (!quotient && contradicts(without_percentage(without_remark(*indicator.level3)), *target->unit))
      form.report_indicator(i, "target", {{"name", *indicator.level3}, {"unit", *target->unit}});
  }
  form.needs("indicators/level3 or target with a unit");
}

} // namespace jixiao
