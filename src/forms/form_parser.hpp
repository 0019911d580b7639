#pragma once

#include "forms/form_grammar.hpp"

#include <jixiao/grammar_set.hpp>

#include <span>
#include <string_view>
#include <vector>

namespace jixiao {

struct ParsedForms {
  std::vector<FormGrammar> forms; ///< as written; empty when there are errors
  std::vector<GrammarError> errors;
};

/// Reads a `.form` text. Errors name file, line and column, what was expected, and show a caret. A form may extend
/// those of the text and the `known` ones.
ParsedForms parse_forms(std::string_view text, std::string_view file_name, std::span<FormGrammar const> known = {});

} // namespace jixiao
