#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t fewest = 3;
constexpr std::array<std::string_view, 4> of_whole_budget{"预算资金", "概算资金", "预算范围", "预算金额"};

/// All of a form that hold the costs against the whole budget by one target: they ask for the same.
std::vector<std::size_t> costs_in_budget(Form const& form) {
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < form.indicators.size(); ++i) {
    auto const& row = form.indicators[i];
    bool const economic = row.level2 == "经济成本指标" || row.level2 == "成本指标";
    if (economic && row.level3 && row.target && row.target->number && contains_any(*row.level3, of_whole_budget) &&
        (out.empty() || form.indicators[out[0]].target->text == row.target->text))
      out.push_back(i);
  }
  return out;
}

/// 1102人 of two things that are planned: a number of that kind is hardly met twice by chance.
bool is_telling(Indicator const& row) {
  auto const text = row.target ? to_string(*row.target->number) : std::string();
  return !row.actual && text.size() >= 3 && text.find('.') == text.npos && !text.ends_with('0') && !text.ends_with('5');
}

std::string listed_names(Form const& form, std::vector<std::size_t> const& rows) {
  std::string names;
  for (auto const i : rows)
    names.append(names.empty() ? "" : "、").append(*form.indicators[i].level3);
  return names;
}

} // namespace

/// Each indicator measures something of its own. Breaks it: 研究成果数量, 课题完成数量 and 报告数量, all ≥1 and 10
/// reached; 入社人数 ≥1102人 beside 入股人数 ≥1102人; 控制在预算资金范围内 =100% beside 按预算资金控制成本 =100%.
/// Satisfies it: one of them.
void check_counted_twice(FormCheck& form) {
  std::map<std::string, std::vector<std::size_t>> alike, planned;
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    if (row.level2 != "数量指标" || is_sub_row(row) || !row.level3 || !row.target || !row.target->number ||
        !row.target->unit || is_percent(*row.target->unit))
      continue;
    if (is_telling(row))
      planned[to_string(*row.target->number) + *row.target->unit].push_back(i);
    if (!row.actual || !row.actual->number)
      continue;
    form.judged();
    if (less(1, *row.actual->number))
      alike[to_string(*row.target->number) + '/' + to_string(*row.actual->number)].push_back(i);
  }
  for (auto const& [number, rows] : planned) {
    form.judged();
    if (rows.size() > 1)
      form.report_indicator(rows[1], "target",
                            {{"count", rows.size()},
                             {"value", form.form.indicators[rows[0]].target->text},
                             {"name", listed_names(form.form, rows)}});
  }
  for (auto const& [numbers, rows] : alike) {
    if (rows.size() < fewest)
      continue;
    form.report_indicator(rows[0], "actual",
                          {{"count", rows.size()},
                           {"value", form.form.indicators[rows[0]].actual->text},
                           {"name", listed_names(form.form, rows)}});
  }
  if (auto const costs = costs_in_budget(form.form); costs.size() > 1)
    form.report_indicator(costs[1], "level3",
                          {{"count", costs.size()},
                           {"value", form.form.indicators[costs[0]].target->text},
                           {"name", listed_names(form.form, costs)}});
  form.needs("indicators of quantity with actual values");
}

} // namespace jixiao
