#pragma once

#include "forms/form_grammar.hpp"
#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/labels/vocabulary.hpp"

#include <optional>
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

/// The labels that a document is read with: those of the vocabulary, behind those of the grammars that speak for it.
class DocumentLabels {
public:
  DocumentLabels(std::span<FormGrammar const> given, Reading const& reading);
  DocumentLabels(DocumentLabels const&) = delete;
  DocumentLabels& operator=(DocumentLabels const&) = delete;

  LabelFinder const& finder() const { return *finder_; }
  std::vector<TitlePattern> titles() const;

private:
  std::vector<FormGrammar const*> own_;
  std::optional<Vocabulary> vocabulary_;
  std::optional<LabelFinder> finder_; ///< always there; points into the vocabulary
};

} // namespace jixiao::recognition
