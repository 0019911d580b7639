#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/fulfilment.hpp"
#include "rules/words.hpp"

#include <array>
#include <optional>

namespace jixiao {

namespace {

/// Of the whole work, not of one thing in it.
constexpr std::array<std::string_view, 8> of_all{"计划按期完成率", "计划完成率",     "按期完成率", "任务完成率",
                                                 "工作完成率",     "工作任务完成率", "项目完成率", "各项工作完成率"};

bool claims_all(Indicator const& row) {
  if (!row.level3 || !row.actual || !row.actual->number || !row.actual->unit || !is_percent(*row.actual->unit) ||
      less(*row.actual->number, 100))
    return false;
  auto const name = bare(*row.level3);
  for (auto const whole : of_all)
    if (name == whole || name == "年度" + std::string(whole) || name == "项目" + std::string(whole))
      return true;
  return false;
}

/// An indicator of what is delivered that fell short.
std::optional<std::size_t> missed_output(Form const& form) {
  for (std::size_t i = 0; i < form.indicators.size(); ++i)
    if (form.indicators[i].level2 == "数量指标")
      if (auto const result = fulfilment(form.indicators[i]); result && result->result == Fulfilment::Result::missed)
        return i;
  return std::nullopt;
}

} // namespace

/// Where all of the plan was completed, no output fell short. Breaks it: 计划按期完成率 100% in a form with 交流活动
/// 0场 of 2场. Satisfies it: 计划按期完成率 92%.
void check_completion_contradicted(FormCheck& form) {
  auto const missed = missed_output(form.form);
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    if (!claims_all(row))
      continue;
    form.judged();
    if (!missed || form.garbled(i, "actual"))
      continue;
    auto const& other = form.form.indicators[*missed];
    form.report_indicator(i, "actual",
                          {{"name", *row.level3},
                           {"actual", row.actual->text},
                           {"other", other.level3.value_or("")},
                           {"reached", other.actual->text},
                           {"target", other.target->text}});
  }
  form.needs("indicators of completion");
}

} // namespace jixiao
