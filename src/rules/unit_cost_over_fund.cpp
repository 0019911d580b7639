#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <optional>
#include <string_view>

namespace jixiao {

namespace {

constexpr int tolerated = 105; ///< percent of the fund: rounded standards

/// 万元/个: the amount of one.
struct UnitCost {
  Exact yuan;
  std::string_view of; ///< what there is one of
};

std::optional<UnitCost> unit_cost(Indicator const& row) {
  auto const& target = row.target;
  if (!is_cost(row) || !target || !target->number || target->upper || !target->unit ||
      target->op == Comparator::at_least || target->op == Comparator::greater)
    return std::nullopt;
  std::string_view const unit = *target->unit;
  auto const slash = unit.find('/');
  auto const exponent = slash == unit.npos ? std::nullopt : money_exponent(unit.substr(0, slash));
  if (!exponent || unit.find('/', slash + 1) != unit.npos)
    return std::nullopt;
  return UnitCost{shifted(*target->number, *exponent), unit.substr(slash + 1)};
}

/// The one output that is counted in this unit; none where there are several.
Indicator const* counted_in(Form const& form, std::string_view unit) {
  Indicator const* found = nullptr;
  for (auto const& row : form.indicators)
    if (row.level2 == "数量指标" && row.target && row.target->number && !row.target->upper &&
        row.target->unit == unit && row.target->op != Comparator::at_most && row.target->op != Comparator::less) {
      if (found)
        return nullptr;
      found = &row;
    }
  return found;
}

} // namespace

/// What one costs, times how many are planned, is paid by the fund of the year: else the number, the standard or the
/// fund is wrong, or others pay (财预〔2021〕101号: 单位成本). Breaks it: 补助标准 =23万元/个 with 合作社 =10个 under a
/// fund of 214.06万元. Satisfies it: 20万元/个.
void check_unit_cost_over_fund(FormCheck& form) {
  auto const* total = annual_total(form.form);
  if (!total)
    return form.needs("funds/year/total");
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const cost = unit_cost(form.form.indicators[i]);
    auto const* counted = cost ? counted_in(form.form, cost->of) : nullptr;
    if (!counted)
      continue;
    form.judged();
    auto const product = cost->yuan * *counted->target->number;
    if (less(Exact(tolerated) * *total->yuan, Exact(100) * product) && !form.garbled(i, "target"))
      form.report_indicator(i, "target",
                            {{"target", form.form.indicators[i].target->text},
                             {"other", counted->level3.value_or("")},
                             {"count", counted->target->text},
                             {"total", printed_money(form.form, *total->number)}});
  }
  form.needs("a cost of one and its number");
}

} // namespace jixiao
