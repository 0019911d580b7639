#pragma once

#include "forms/form_grammar.hpp"

#include <span>
#include <string>

namespace jixiao {

/// The form in the form language. What is printed is read again as the same form.
///
///     form county {
///       family declaration
///       title  "*项目申请表"
///     }
std::string write_form(FormGrammar const& form);

/// The same, with comments before the closing brace, one a line.
std::string write_form(FormGrammar const& form, std::span<std::string const> comments);

} // namespace jixiao
