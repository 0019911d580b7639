#pragma once

#include "recognition/fields/draft.hpp"

#include <optional>
#include <string>

/// Amounts of money and their unit.
namespace jixiao::recognition {

/// The number that a text is, and nothing else: ASCII or full-width digits.
std::optional<Decimal> number_in(std::string_view text);

/// Points as a weight or a score prints them: 20, 20分, 20%, （20）, and 28/30 of which the first counts.
std::optional<Decimal> points_in(std::string_view text);

/// Units of measure with signs between them: 万元、%、个.
bool is_list_of_units(std::string_view text);

/// The unit of money, 元 or 万元, that a text is or that a list of units holds.
std::optional<std::string> unit_among(std::string_view text);

/// The unit of money, 元 or 万元, in what stands in brackets behind a label.
std::optional<std::string> unit_of(std::string_view annotation);

/// The unit of money in the brackets behind a label, for a form that has none yet.
void set_unit(Draft& draft, std::string_view annotation, std::uint32_t piece);

/// What stands in the bracket behind a label, whether it is listed or not, with the bracket; empty where there is none.
std::string bracket_in(std::string_view label);

/// The same behind a label that stands beside amounts: it says the unit of these, whatever a line further away says.
/// Where the two contradict each other, that is told.
void set_unit_of_amounts(Draft& draft, std::string_view annotation, std::uint32_t piece);

/// An amount of the fund block. A text that is no amount is reported, and the amount stays empty.
void set_fund(Draft& draft, Fund fund, std::span<std::uint32_t const> values, std::uint32_t label);

/// The same for an item that is named by its label, unless its own name says all. What is of no other scope is of the
/// year.
void set_item(Draft& draft, std::string scope, std::string item, std::string measure,
              std::span<std::uint32_t const> values, std::uint32_t label);

/// Amounts in the form's own unit and in 元, once that unit is known. Without one, the amounts' own unit is the form's.
void finish_funds(Draft& draft);

} // namespace jixiao::recognition
