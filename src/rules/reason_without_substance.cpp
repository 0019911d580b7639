#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace jixiao {

namespace {

constexpr std::string_view empty_reasons[] = {"正常",     "无偏差", "已完成", "其他",     "原因",    "见附件",
                                              "详见说明", "按计划", "已执行", "客观原因", "工作原因"};
/// Why a cost was lower; of anything else they say nothing.
constexpr std::string_view settlements[] = {"据实结算", "按实结算", "据实支付", "实际发生"};

bool says_nothing(Indicator const& row) {
  auto const text = bare(*row.remark);
  return std::ranges::find(empty_reasons, text) != std::end(empty_reasons) ||
         (!is_cost(row) && std::ranges::find(settlements, text) != std::end(settlements));
}

bool says_ditto(Text const& remark) { return remark && bare(*remark) == "同上"; }

/// 同上 below a reason is that reason.
bool repeats_reason(std::vector<Indicator> const& rows, std::size_t row) {
  while (row > 0 && says_ditto(rows[row].remark))
    --row;
  return is_reason(rows[row].remark) && !says_ditto(rows[row].remark);
}

} // namespace

/// A reason says why, and what is done about it. Breaks it: 据实结算 beside a target that was missed. Satisfies it:
/// 两场活动因台风取消，已列入下年度.
void check_reason_without_substance(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const result = fulfilment(indicator);
    if (!result || !is_reason(indicator.remark))
      continue;
    form.judged();
    bool const short_of =
        result->result == Fulfilment::Result::missed ||
        (result->open && indicator.weight && indicator.score && less(*indicator.score, *indicator.weight));
    bool const ditto = says_ditto(indicator.remark);
    if (ditto && repeats_reason(form.form.indicators, i))
      continue;
    if (short_of && (ditto || says_nothing(indicator)))
      form.report_indicator(
          i, "remark",
          {{"name", indicator.level3.value_or("")}, {"text", *indicator.remark}, {"target", indicator.target->text}});
  }
  form.needs("indicators/remark");
}

} // namespace jixiao
