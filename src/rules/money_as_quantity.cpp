#include "rules/rules.hpp"

#include "rules/words.hpp"

#include <array>

namespace jixiao {

namespace {

/// Money that comes in or is moved is a result.
constexpr std::array<std::string_view, 13> money_results{"带动", "贷款", "融资", "撬动", "引资", "产值", "收入",
                                                         "销售", "交易", "营业", "投资", "税",   "募集"};

} // namespace

/// 数量指标 counts what is delivered; money is a cost. Breaks it: 数量指标 补贴支出数 ≤5000万元. Satisfies it: 补贴人数
/// ≥600人.
void check_money_as_quantity(FormCheck& form) {
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& indicator = form.form.indicators[i];
    auto const name = indicator.level3.value_or("");
    bool const unit = indicator.target && indicator.target->unit;
    bool const amount = std::string_view(name).ends_with("金额"); // Money, though no unit says so.
    if (indicator.level2 != "数量指标" || !indicator.target || !indicator.target->number || (!unit && !amount))
      continue;
    form.judged();
    if ((unit ? money_exponent(*indicator.target->unit).has_value() : amount) && !contains_any(name, money_results))
      form.report_indicator(i, "target", {{"name", indicator.level3.value_or("")}, {"target", indicator.target->text}});
  }
  form.needs("indicators of quantity");
}

} // namespace jixiao
