#include "recognition/fields/fund_address.hpp"

#include "grammars/fiscal_year.hpp"
#include "grammars/number.hpp"
#include "recognition/fields/fields.hpp"
#include "recognition/pieces/looks.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao::recognition {

std::pair<std::string, std::string> address_of(Label const& label) {
  auto const* fund = label.as(Role::fund);
  if (!fund)
    return {"year", "named"};
  auto const dot = fund->target.find('.');
  return {fund->target.substr(0, dot), fund->target.substr(dot + 1)};
}

bool is_usual(std::string_view item) {
  return item == "total" || item == "fiscal" || item == "carryover" || item == "other";
}

bool is_fund_total(Label const& label) { return label.as(Role::fund) && address_of(label).second == "total"; }

bool is_first_total(Draft const& draft, std::uint32_t piece) {
  auto const& p = draft.piece(piece);
  auto const is_total = [](Fund const& fund) { return fund.item == "total" && fund.measure == "budget"; };
  return p.label.rest > 0 && is_fund_total(p.label) && look_of(trim(p.text.substr(p.label.rest))) <= Look::money &&
         std::ranges::none_of(draft.form.funds, is_total);
}

bool looks_like_amount(Draft const& draft, std::uint32_t piece) {
  auto const text = draft.text(piece);
  if (grammars::match_fiscal_year(text))
    return false;
  return is_nothing(text) || static_cast<bool>(grammars::match_number(text)) || text.starts_with("¥") ||
         text.starts_with("￥");
}

} // namespace jixiao::recognition
