#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <map>
#include <string>
#include <vector>

namespace jixiao {

namespace {

constexpr std::size_t fewest = 3;

} // namespace

/// Each indicator measures something of its own. Breaks it: 研究成果数量, 课题完成数量 and 报告数量, all ≥1 and 10
/// reached. Satisfies it: one of them.
void check_counted_twice(FormCheck& form) {
  std::map<std::string, std::vector<std::size_t>> alike;
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    if (row.level2 != "数量指标" || !row.level3 || !row.target || !row.actual || !row.target->number ||
        !row.actual->number || !row.target->unit || is_percent(*row.target->unit))
      continue;
    form.judged();
    if (less(1, *row.actual->number))
      alike[to_string(*row.target->number) + '/' + to_string(*row.actual->number)].push_back(i);
  }
  for (auto const& [numbers, rows] : alike) {
    if (rows.size() < fewest)
      continue;
    std::string names;
    for (auto const i : rows)
      names.append(names.empty() ? "" : "、").append(*form.form.indicators[i].level3);
    form.report_indicator(
        rows[0], "actual",
        {{"count", rows.size()}, {"value", form.form.indicators[rows[0]].actual->text}, {"name", names}});
  }
  form.needs("indicators of quantity with actual values");
}

} // namespace jixiao
