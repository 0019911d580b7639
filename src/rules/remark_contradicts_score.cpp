#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 20> troubles{"延期",   "推迟",   "延后", "未能", "无法",   "削减",  "取消",
                                                    "未完成", "尚未",   "未达", "滞后", "暂停",   "调减",  "未开展",
                                                    "未执行", "未实施", "暂无", "不足", "未实现", "未到位"};

} // namespace

/// What was put off, cut or could not be done does not earn its full score (财预〔2020〕10号 第十五条).
/// Breaks it: 10 of 10 points beside 该项目已延期至下年度执行. Satisfies it: points off, or another remark.
void check_remark_contradicts_score(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    if (!indicator.weight || !indicator.score || !is_reason(indicator.remark) || !positive(*indicator.weight))
      continue;
    form.judged();
    if (!less(*indicator.score, *indicator.weight) && contains_any(*indicator.remark, troubles) &&
        !form.garbled(i, "remark"))
      form.report_indicator(i, "remark",
                            {{"name", indicator.level3.value_or("")},
                             {"text", *indicator.remark},
                             {"score", to_string(*indicator.score)}});
  }
  form.needs("indicators/remark or score");
}

} // namespace jixiao
