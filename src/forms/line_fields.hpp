#pragma once

#include "forms/form_grammar.hpp"
#include "forms/page.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace jixiao {

/// The field of the grammar's `line` statement that a text can be: a year, a unit of money, a party with its code.
std::optional<FieldId> line_field(std::string_view text, FormGrammar const& grammar);

/// True when every cell of the row is such a line field.
bool is_line_row(Page const& page, std::size_t row, FormGrammar const& grammar);

} // namespace jixiao
