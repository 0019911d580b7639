#pragma once

#include "rules/exact.hpp"

#include <jixiao/document.hpp>

#include <optional>
#include <string>
#include <string_view>

/// Looking things up in a fund block.
namespace jixiao {

/// The entry of that address, with or without a number; nullptr when the form has none.
Fund const* find_fund(Form const& form, std::string_view scope, std::string_view item, std::string_view measure);

/// The same, only with a number.
Fund const* find_amount(Form const& form, std::string_view scope, std::string_view item, std::string_view measure);

/// Another amount of the same source, only with a number; of those that only their labels tell apart that of its row.
Fund const* find_beside(Form const& form, Fund const& fund, std::string_view measure);

/// True for the measures that are amounts of money.
bool is_money(Fund const& fund);

/// An amount with the form's unit of money.
std::string printed_money(Form const& form, Decimal amount);

/// A total of 0 over parts that are more: what it says is a slip (fund_total_mismatch), and nothing follows from it.
bool is_zero_over_parts(Form const& form, Fund const& total);

/// The year's total, in 元: the budget of a target, the revised (or else the initial) budget of an evaluation. None
/// where it is 0 over parts that are more.
Fund const* annual_total(Form const& form);

/// The execution rate of the year's total in percent; one printed as a fraction (0.95 of 32.3 over 34) is turned into
/// one.
std::optional<Decimal> execution_percent(Form const& form);

/// True when the rate is `executed` over `budget` as a fraction.
bool is_fraction(Decimal rate, Decimal budget, Decimal executed);

/// The weight of the execution rate, on the row of the total.
Fund const* execution_weight(Form const& form);

} // namespace jixiao
