#pragma once

#include "forms/form_grammar.hpp"
#include "forms/lexicon.hpp"

#include <jixiao/grammar_set.hpp>

#include <utility>
#include <vector>

namespace jixiao {

/// The lexicon points into the forms, so the two live and die together.
struct GrammarSet::Impl {
  explicit Impl(std::vector<FormGrammar> grammars, std::vector<FormGrammar> given = {})
      : forms(std::move(grammars)), own(std::move(given)), lexicon(forms, builtin_taxonomy()) {}
  Impl(Impl const&) = delete;
  Impl& operator=(Impl const&) = delete;

  std::vector<FormGrammar> const forms; ///< all
  std::vector<FormGrammar> const own;   ///< those that were added to the built-in ones
  Lexicon const lexicon;
};

} // namespace jixiao
