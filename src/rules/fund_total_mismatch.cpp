#include "rules/rules.hpp"

#include <cmath>
#include <map>
#include <utility>

namespace jixiao {

namespace {

struct Sum {
  std::optional<Decimal> total, parts;
};

/// Sums by scope and measure. Project and year totals are never compared with each other: one spans several years.
std::map<std::pair<std::string_view, std::string_view>, Sum> sums(Form const& form) {
  std::map<std::pair<std::string_view, std::string_view>, Sum> result;
  for (auto const& fund : form.funds) {
    if (!fund.yuan)
      continue;
    auto& sum = result[{fund.scope, fund.measure}];
    if (fund.item == "total")
      sum.total = fund.number;
    else
      sum.parts = sum.parts ? add(*sum.parts, *fund.number) : fund.number;
  }
  return result;
}

} // namespace

/// The parts of a fund total add up to it, within the last printed digit of each.
/// Breaks it: 年度资金申请总额 100.00 over 80.00 + 10.00. Satisfies it: 100.00 over 80.00 + 20.00.
void check_fund_total_mismatch(Form const& form, std::size_t form_index, DiagnosticSink& sink) {
  for (auto const& [key, sum] : sums(form)) {
    if (!sum.total || !sum.parts)
      continue;
    double const last_digit = std::pow(10.0, -std::min(sum.total->scale, sum.parts->scale));
    if (std::abs(to_double(*sum.total) - to_double(*sum.parts)) <= last_digit * 1.001)
      continue;
    sink.emit(Code::fund_total_mismatch,
              {{"scope", key.first}, {"total", to_string(*sum.total)}, {"sum", to_string(*sum.parts)}}, form.at,
              form_path(form_index) + "/funds");
  }
}

} // namespace jixiao
