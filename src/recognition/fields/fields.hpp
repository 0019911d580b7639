#pragma once

#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Reads the value of a label into the field or list that the label leads to. `values` may be empty: the label has
/// none. `rest` is a value in the cell of the label itself; empty when there is none.
void set_labelled(Draft& draft, std::uint32_t label, std::span<std::uint32_t const> values);

/// Keeps a value for which the model has no field under its printed labels.
void set_other(Draft& draft, std::vector<std::string> labels, std::span<std::uint32_t const> values, std::string text);

/// The budget system prints the code before the name: 51039923T000008123456-高标准农田管护.
void set_project_name(Form& form, std::string_view printed);

/// `rest`: the text begins behind the label in the first of the pieces.
void set_goal(Draft& draft, std::string_view goal, std::span<std::uint32_t const> values, std::size_t rest = 0);

/// A year, or a unit of money, that stands by itself. False when the text is neither.
bool set_year_or_unit(Draft& draft, std::uint32_t piece);

/// The text of several pieces that are one value.
std::string joined_text(Draft const& draft, std::span<std::uint32_t const> pieces, std::size_t rest = 0);

/// The printed label: as printed, without a colon at its end.
std::string label_text(Draft const& draft, std::uint32_t piece);

} // namespace jixiao::recognition
