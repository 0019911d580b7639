#include "rules/funds.hpp"

#include <algorithm>

namespace jixiao {

Fund const* find_fund(Form const& form, std::string_view scope, std::string_view item, std::string_view measure) {
  auto const found = std::ranges::find_if(form.funds, [&](Fund const& fund) {
    return fund.measure == measure && fund.item == item && fund.scope == scope;
  });
  return found == form.funds.end() ? nullptr : &*found;
}

Fund const* find_amount(Form const& form, std::string_view scope, std::string_view item, std::string_view measure) {
  auto const* fund = find_fund(form, scope, item, measure);
  return fund && fund->number ? fund : nullptr;
}

Fund const* find_beside(Form const& form, Fund const& fund, std::string_view measure) {
  auto const found = std::ranges::find_if(form.funds, [&](Fund const& other) {
    return other.measure == measure && other.item == fund.item && other.scope == fund.scope &&
           (fund.item != "named" || other.label == fund.label);
  });
  return found != form.funds.end() && found->number ? &*found : nullptr;
}

bool is_money(Fund const& fund) {
  return fund.measure != "weight" && fund.measure != "score" && fund.measure != "execution_rate" &&
         fund.measure != "rate_to_date";
}

bool is_zero_over_parts(Form const& form, Fund const& total) {
  return total.number && same(*total.number, 0) && std::ranges::any_of(form.funds, [&](Fund const& part) {
           return part.scope == total.scope && part.measure == total.measure && part.item != "total" && part.number &&
                  positive(*part.number);
         });
}

Fund const* annual_total(Form const& form) {
  for (std::string_view const measure : {"budget", "revised_budget", "initial_budget"})
    if (auto const* fund = find_amount(form, "year", "total", measure); fund && fund->yuan)
      return is_zero_over_parts(form, *fund) ? nullptr : fund;
  return nullptr;
}

std::string printed_money(Form const& form, Decimal amount) {
  return to_string(amount) + form.amount_unit.value_or("");
}

bool is_fraction(Decimal rate, Decimal budget, Decimal executed) {
  return less(0, rate) && less(rate, 2) && !apart(Exact(rate) * budget, executed, last_digit(rate) * budget);
}

std::optional<Decimal> execution_percent(Form const& form) {
  auto const* rate = find_amount(form, "year", "total", "execution_rate");
  auto const* budget = find_amount(form, "year", "total", "revised_budget");
  auto const* executed = find_amount(form, "year", "total", "executed");
  if (!rate || (budget && is_zero_over_parts(form, *budget)))
    return std::nullopt;
  if (budget && executed && is_fraction(*rate->number, *budget->number, *executed->number))
    return rounded(shifted(*rate->number, 2), std::max(rate->number->scale - 2, 0));
  return rate->number;
}

Fund const* execution_weight(Form const& form) { return find_amount(form, "year", "total", "weight"); }

} // namespace jixiao
