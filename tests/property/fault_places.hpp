#pragma once

#include "grammars/indicator_value.hpp"
#include "tests/property/random.hpp"

#include <jixiao/document.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Places of a document that a fault can be at, and what they have to be for it.
namespace jixiao::property {

using Path = std::optional<std::string>;

inline std::string form_path(std::size_t form) { return "/forms/" + std::to_string(form); }

inline std::string row_path(std::size_t form, std::size_t row, std::string_view field) {
  return form_path(form) + "/indicators/" + std::to_string(row) + (field.empty() ? "" : "/") + std::string(field);
}

inline std::size_t any_form(Document const& document, Random& random) { return random.below(document.forms.size()); }

/// A form, for faults that any form can have; what `change` gives is the path below it.
template <class Change> Path in_form(Document& document, Random& random, Change change) {
  auto const form = any_form(document, random);
  std::optional<std::string> const field = change(document.forms[form], random);
  return field ? Path(form_path(form) + *field) : std::nullopt;
}

/// A fund entry that fits, at random.
template <class Fits, class Change> Path in_fund(Document& document, Random& random, Fits fits, Change change) {
  auto const form = any_form(document, random);
  std::vector<std::size_t> entries;
  auto& funds = document.forms[form].funds;
  for (std::size_t i = 0; i < funds.size(); ++i)
    if (fits(funds[i]))
      entries.push_back(i);
  if (entries.empty())
    return std::nullopt;
  auto const entry = random.one_of(entries);
  change(document.forms[form], funds[entry], random);
  return form_path(form) + "/funds/" + std::to_string(entry);
}

/// An indicator that fits, at random.
template <class Fits, class Change>
Path in_row(Document& document, Random& random, std::string_view field, Fits fits, Change change) {
  auto const form = any_form(document, random);
  std::vector<std::size_t> rows;
  auto& indicators = document.forms[form].indicators;
  for (std::size_t i = 0; i < indicators.size(); ++i)
    if (fits(indicators[i]))
      rows.push_back(i);
  if (rows.empty())
    return std::nullopt;
  auto const row = random.one_of(rows);
  change(indicators[row], random);
  return row_path(form, row, field);
}

inline Value value(std::string const& text) { return grammars::read_indicator_value(text); }

inline bool is_evaluation(Form const& form) { return form.kind.ends_with("self_evaluation"); }

inline bool any(Indicator const&) { return true; }
inline bool is_whole(Indicator const& one) { return !one.level3 || !one.level3->starts_with("其中"); } ///< no part of one
inline bool is_cost(Indicator const& one) { return one.level1 == "成本指标" || one.level2 == "成本指标"; }
inline bool is_scored(Indicator const& one) { return one.score.has_value(); }
inline bool is_quantity(Indicator const& one) {
  return one.actual && one.target->kind == ValueKind::quantity && !is_cost(one);
}
inline bool is_deadline(Indicator const& one) { return one.target->kind == ValueKind::deadline; }
inline bool is_wording(Indicator const& one) { return one.actual && one.target->kind == ValueKind::qualitative; }
inline bool is_percent(Indicator const& one) { return one.target->unit == "%"; }

/// A fund of measure (and item, unless empty) with an amount.
inline auto fund(std::string_view measure, std::string_view item = {}, std::string_view scope = {}) {
  return [=](Fund const& one) {
    return one.measure == measure && (item.empty() || one.item == item) && (scope.empty() || one.scope == scope) &&
           one.number && one.number->coefficient > 0;
  };
}

inline void set(Form const& form, Fund& one, Decimal number) {
  one.number = number;
  one.yuan = times_power_of_ten(number, form.amount_unit == "万元" ? 4 : 0);
}

inline Fund* find(Form& form, std::string_view scope, std::string_view item, std::string_view measure) {
  auto const found = std::ranges::find_if(
      form.funds, [&](Fund const& one) { return one.scope == scope && one.item == item && one.measure == measure; });
  return found == form.funds.end() ? nullptr : &*found;
}

inline bool is_total(Fund const& one) {
  return one.item == "total" && one.yuan && one.measure != "initial_budget" && one.yuan->coefficient > 0;
}

inline std::string year_text(Form const& form, int more) { return std::to_string(*form.fiscal_year + more); }

} // namespace jixiao::property
