#pragma once

#include "forms/form_grammar.hpp"
#include "forms/form_language_errors.hpp"
#include "forms/form_language_syntax.hpp"

#include <vector>

namespace jixiao::form_language {

/// The grammars that the forms of a text mean, each as it is written: what it takes over from its base is not in it.
/// What has no meaning (an unknown field, a label without text, a form without a title) is an error; the result is then
/// of no use.
std::vector<FormGrammar> build_forms(std::vector<FormSyntax> const& forms, ErrorList& errors);

} // namespace jixiao::form_language
