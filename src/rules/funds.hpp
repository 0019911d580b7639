#pragma once

#include "rules/exact.hpp"

#include <jixiao/document.hpp>

#include <optional>
#include <string_view>

/// Looking things up in a fund block.
namespace jixiao {

/// The entry of that address, with or without a number; nullptr when the form has none.
Fund const* find_fund(Form const& form, std::string_view scope, std::string_view item, std::string_view measure);

/// The same, only with a number.
Fund const* find_amount(Form const& form, std::string_view scope, std::string_view item, std::string_view measure);

/// True for the measures that are amounts of money.
bool is_money(Fund const& fund);

/// The year's total, in 元: the budget of a target, the revised (or else the initial) budget of an evaluation.
Fund const* annual_total(Form const& form);

/// The weight of the execution rate, on the row of the total.
Fund const* execution_weight(Form const& form);

} // namespace jixiao
