#include "rules/rules.hpp"

#include "rules/exact.hpp"
#include "rules/funds.hpp"
#include "rules/words.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace jixiao {

namespace {

constexpr int allowed_lag = 20; ///< percentage points behind the part of the year that has passed

/// The last month of a period such as 1-7月执行情况; 6 for 半年.
std::optional<int> last_month(std::string_view period) {
  if (period.find("半年") != period.npos)
    return 6;
  auto const at = period.find("月");
  if (at == period.npos || at == 0)
    return std::nullopt;
  auto begin = at;
  while (begin > 0 && period[begin - 1] >= '0' && period[begin - 1] <= '9')
    --begin;
  auto const digits = period.substr(begin, at - begin);
  if (digits.empty() || digits.size() > 2)
    return std::nullopt;
  auto const month = std::stoi(std::string(digits));
  return month >= 1 && month <= 12 ? std::optional(month) : std::nullopt;
}

std::optional<int> month_of_form(Form const& form) {
  for (auto const& row : form.indicators)
    for (auto const& result : row.results)
      if (result.of.find("预计") == std::string::npos)
        if (auto const month = last_month(result.of))
          return month;
  return std::nullopt;
}

} // namespace

/// In monitoring, spending keeps up with the year: far behind it asks for the reason (财预〔2019〕136号). Breaks it: 30
/// % spent at the end of July. Satisfies it: 52 %.
void check_behind_schedule(FormCheck& form) {
  auto const* rate = find_amount(form.form, "year", "total", "rate_to_date");
  auto const month = month_of_form(form.form);
  if (!rate || !month)
    return form.needs(rate ? "the month of monitoring" : "funds/year/total/rate_to_date");
  form.judged();
  auto const passed = quotient(*month * 100, 12, 0);
  if (passed && less(Exact(*rate->number) + Exact(allowed_lag), *passed) && !has_reason_below(form.form))
    form.report_fund(*rate, {{"rate", to_string(*rate->number)}, {"month", *month}, {"percent", to_string(*passed)}});
}

} // namespace jixiao
