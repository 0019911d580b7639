#pragma once

#include "forms/form_grammar.hpp"
#include "forms/form_language_errors.hpp"
#include "forms/form_language_syntax.hpp"

#include <cstdint>
#include <optional>

/// What the words after `->`, `with` and `line` mean. Each function reports what it cannot resolve and then gives
/// nothing.
namespace jixiao::form_language {

/// Where a destination stands decides what it may be.
enum class Place : std::uint8_t {
  form,          ///< a field of the form, or funds.<scope>.<item>.<measure>
  matrix_row,    ///< funds.<scope>.<item>
  matrix_column, ///< a measure
  series,        ///< a list field
  record         ///< a field of an indicator
};

std::optional<Destination> resolve_destination(Token word, Place place, ErrorList& errors);

/// A field of the form that one text can fill: no amount, no list.
std::optional<FieldId> resolve_form_field(Token word, ErrorList& errors);

/// A field of an indicator.
std::optional<FieldId> resolve_record_field(Token word, ErrorList& errors);

} // namespace jixiao::form_language
