#include "forms/line_fields.hpp"

#include "grammars/amount.hpp"
#include "grammars/code_name.hpp"
#include "grammars/date.hpp"
#include "grammars/fiscal_year.hpp"
#include "grammars/period.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {

namespace {

constexpr std::size_t longest_line = 200;

bool can_be(std::string_view text, FieldId field) {
  switch (kind_of(field)) {
  case FieldKind::year:
    return static_cast<bool>(grammars::match_fiscal_year(text));
  case FieldKind::unit:
    return static_cast<bool>(grammars::match_amount_unit(text));
  case FieldKind::period:
    return static_cast<bool>(grammars::match_period(text));
  case FieldKind::date:
    return static_cast<bool>(grammars::match_date(text));
  case FieldKind::party: {
    auto const party = grammars::match_code_name(text);
    return party && !party->code.empty();
  }
  default:
    return false;
  }
}

} // namespace

std::optional<FieldId> line_field(std::string_view text, FormGrammar const& grammar) {
  if (text.size() > longest_line)
    return std::nullopt;
  auto const bare = trim(text);
  for (auto const field : grammar.lines)
    if (can_be(bare, field))
      return field;
  return std::nullopt;
}

bool is_line_row(Page const& page, std::size_t row, FormGrammar const& grammar) {
  auto const cells = page.row(row);
  return !cells.empty() && std::all_of(cells.begin(), cells.end(), [&](PageCell const& cell) {
    return line_field(page.text(cell), grammar).has_value();
  });
}

} // namespace jixiao
