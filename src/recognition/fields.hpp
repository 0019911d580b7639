#pragma once

#include "recognition/draft.hpp"

namespace jixiao::recognition {

/// Reads the value of a label into the field or list that the label leads to. `values` may be empty: the label has
/// none. `rest` is a value in the cell of the label itself; empty when there is none.
void set_labelled(Draft& draft, std::uint32_t label, std::span<std::uint32_t const> values);

/// Keeps a value for which the model has no field under its printed labels.
void set_other(Draft& draft, std::vector<std::string> labels, std::span<std::uint32_t const> values, std::string text);

/// The unit of money in the brackets behind a label, for a form that has none yet.
void set_unit(Draft& draft, std::string_view annotation, std::uint32_t piece);

/// An amount of the fund block. A text that is no amount is reported, and the amount stays empty.
void set_fund(Draft& draft, Fund fund, std::span<std::uint32_t const> values, std::uint32_t label);

/// Amounts in the form's own unit and in 元, once that unit is known. Without one, the amounts' own unit is the form's.
void finish_funds(Draft& draft);

void set_goal(Draft& draft, std::string_view goal, std::span<std::uint32_t const> values);

/// A year, or a unit of money, that stands by itself. False when the text is neither.
bool set_year_or_unit(Draft& draft, std::uint32_t piece);

/// The text of several pieces that are one value.
std::string joined_text(Draft const& draft, std::span<std::uint32_t const> pieces);

/// The printed label: as printed, without a colon at its end.
std::string label_text(Draft const& draft, std::uint32_t piece);

} // namespace jixiao::recognition
