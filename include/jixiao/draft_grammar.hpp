#pragma once

#include <jixiao/convert.hpp>
#include <jixiao/export.hpp>

#include <string>

namespace jixiao JIXIAO_PUBLIC {

/// The beginnings of form grammars for the forms of one input.
struct DraftedGrammar {
  std::string text;  ///< a `.form` text: one form for each unknown layout; empty where there is none
  Document document; ///< as it was read: its forms, and their layouts where they are known
};

/// Writes down what forms of an unknown layout print otherwise than the base form that is nearest, with what could not
/// be placed as comments. The text is a form grammar without errors, and a document read with it names that layout.
DraftedGrammar draft_grammar(Input const& input, Options const& options = {});

} // namespace jixiao
