#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 20> share_words{"率",   "度",   "比",   "占", "幅", "性",   "例",
                                                       "重",   "增",   "降",   "减", "升", "指数", "份额",
                                                       "覆盖", "利用", "水平", "缩", "尽", "/"};
/// Words that end like a share and are none.
constexpr std::array<std::string_view, 14> no_shares{"工作效率", "办公效率", "利用效率", "管理效率", "服务效率",
                                                     "办事效率", "健全性",   "有效性",   "合理性",   "可持续性",
                                                     "规范性",   "完善性",   "常态化率", "制度化率"};

/// 办学水平提高: what is done to the level, which is no share of anything.
constexpr std::array<std::string_view, 7> changes{"提高", "提升", "改善", "加强", "完善", "增强", "优化"};

} // namespace

/// A percentage is a share of something that the name tells. Breaks it: 符合国家建筑质量标准 =100%. Satisfies it:
/// 分项工程 验收合格率 =100%.
void check_percent_of_nothing(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const& target = indicator.target;
    if (!indicator.level3 || !target || !target->number || !target->unit || !is_percent(*target->unit) ||
        indicator.level2 == "经济成本指标" || indicator.level2 == "成本指标" || is_satisfaction(indicator) ||
        indicator.level2 == "时效指标" || indicator.level2 == "数量指标" || is_of_management(indicator) ||
        form.garbled(i, "level3"))
      continue;
    form.judged();
    auto const& name = *indicator.level3;
    bool const changed = ends_with_any(name, changes) && same(*target->number, 100);
    bool const share = contains_any(name, share_words) && !ends_with_any(without_remark(name), no_shares) && !changed;
    bool const subject = target->subject && !target->subject->empty();
    if (!subject && !share)
      form.report_indicator(i, "target", {{"name", name}, {"target", target->text}});
  }
  form.needs("indicators in percent");
}

} // namespace jixiao
