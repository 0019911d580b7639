#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <optional>
#include <string>

namespace jixiao {

namespace {

std::optional<Exact> value_in_yuan(Value const& value) {
  auto const exponent = value.number && value.unit ? money_exponent(*value.unit) : std::nullopt;
  return exponent ? std::optional(shifted(*value.number, *exponent)) : std::nullopt;
}

/// 1:10 to 1:10000, or the other way, where two amounts are just that; else empty.
std::string slip_between(Exact actual, Exact expected) {
  for (int power = 1, factor = 10; power <= 4; ++power, factor *= 10) {
    if (same(shifted(actual, power), expected))
      return "1:" + std::to_string(factor);
    if (same(actual, shifted(expected, power)))
      return std::to_string(factor) + ":1";
  }
  return {};
}

} // namespace

/// An amount that differs from what it is to be by a power of ten has lost or won a zero, or its unit is wrong.
/// Breaks it: 成本 20000元 beside 20.00万元 executed. Satisfies it: 200000元.
void check_magnitude_slip(FormCheck& form) {
  auto const* executed = find_amount(form.form, "year", "total", "executed");
  for (std::size_t i = 0; i < form.form.indicators.size(); ++i) {
    auto const& row = form.form.indicators[i];
    auto const actual = is_cost(row) && row.actual ? value_in_yuan(*row.actual) : std::nullopt;
    if (!actual || !positive(*actual))
      continue;
    form.judged();
    auto const target = row.target ? value_in_yuan(*row.target) : std::nullopt;
    auto ratio = executed && executed->yuan ? slip_between(*actual, *executed->yuan) : std::string();
    bool const by_fund = !ratio.empty();
    if (!by_fund && target)
      ratio = slip_between(*actual, *target);
    if (!ratio.empty() && !form.garbled(i, "actual"))
      form.report_indicator(i, "actual",
                            {{"name", row.level3.value_or("")},
                             {"actual", row.actual->text},
                             {"against", by_fund ? "the executed " + printed_money(form.form, *executed->number)
                                                 : "the target " + row.target->text},
                             {"ratio", ratio}});
  }
  form.needs("indicators of costs with actual amounts");
}

} // namespace jixiao
