#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

constexpr std::array<std::string_view, 16> of_cases{
    "立案数",   "立案件数", "立案数量", "办案数", "办案件数", "查处案件", "查办案件", "处罚案件",
    "行政处罚", "处罚数量", "处罚件数", "罚没",   "罚款",     "抓获",     "拘留人数", "起诉人数"};

bool asks_for_more(Comparator op) { return op != Comparator::at_most && op != Comparator::less; }

} // namespace

/// How many cases come up, and what is fined, follows from the facts; 行政处罚法 第七十四条 keeps fines out of the
/// assessment of an office. Breaks it: 立案数 =5起; 罚没收入 ≥200万元. Satisfies it: 案件按期办结率 ≥95%.
void check_cases_as_target(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const& target = row.target;
    if (!row.level3 || !target || !target->number || is_cost(row) || form.garbled(i, "level3"))
      continue;
    bool const share = names_rate(*row.level3) || (target->unit && is_percent(*target->unit));
    form.judged();
    if (!share && positive(*target->number) && asks_for_more(target->op) && contains_any(*row.level3, of_cases))
      form.report_indicator(i, "target", {{"name", *row.level3}, {"target", target->text}});
  }
  form.needs("indicators with a number");
}

} // namespace jixiao
