#pragma once

#include "forms/form_grammar.hpp"
#include "grid/reading.hpp"
#include "recognition/titles.hpp"
#include "recognition/vocabulary.hpp"

#include <span>
#include <vector>

/// Form grammars that a user gives: what is printed on one layout, put before the vocabulary.
namespace jixiao::recognition {

/// Those of the grammars that speak for a reading: most of their labels are printed in it. Linear in its cells.
std::vector<FormGrammar const*> own_grammars(std::span<FormGrammar const> given, Reading const& reading);

/// The meanings of a grammar's labels, before those of the vocabulary.
void add_labels(FormGrammar const& grammar, Vocabulary& vocabulary);

/// Its titles.
std::vector<TitlePattern> titles_of(FormGrammar const& grammar);

} // namespace jixiao::recognition
