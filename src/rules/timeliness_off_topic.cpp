#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 4> money_of_timeliness{"资金", "经费", "预算", "费用"};
constexpr std::array<std::string_view, 5> terms{"使用期限", "使用年限", "使用时间", "有效期", "使用周期"};
/// How much of the money moved: not when the work is done.
constexpr std::array<std::string_view, 7> moved{"下达率", "到位率",     "支付率",    "拨付率",
                                                "使用率", "支付完成率", "支出完成率"};
constexpr std::array<std::string_view, 7> in_time{"及时", "按时", "按期", "准时", "月", "季", "前"};
constexpr std::array<std::string_view, 17> times{"时", "期", "进度", "速",   "早",     "快",   "限",   "日",  "月",
                                                 "年", "季", "天",   "效率", "按计划", "汛前", "开工", "開工"};

/// 考核 1次/月: how often something is checked.
bool tells_how_often(Indicator const& row) {
  constexpr std::array<std::string_view, 3> checks{"考核", "检查", "评比"};
  return row.target && row.target->unit && row.target->unit->starts_with("次/") && contains_any(*row.level3, checks);
}

} // namespace

/// 时效指标 is about when the work is done: how long the money_of_timeliness may be used, or how much of a plan is
/// reached, is not. Breaks it: 时效指标 资金使用期限 ≤1年; 设备采购完成率 =100%. Satisfies it: 设备采购完成时间
/// 2026年9月底前.
void check_timeliness_off_topic(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (indicator.level2 != "时效指标" || !indicator.level3 || form.garbled(i, "level3"))
      continue;
    form.judged();
    auto const& name = *indicator.level3;
    bool const share_moved = ends_with_any(name, moved) && !contains_any(name, in_time);
    bool const of_money = contains_any(name, money_of_timeliness) && (contains_any(name, terms) || share_moved);
    if (of_money || tells_how_often(indicator) || (names_rate(name) && !contains_any(name, times)))
      form.report_indicator(i, "level3", {{"name", name}});
  }
  form.needs("indicators of timeliness");
}

} // namespace jixiao
