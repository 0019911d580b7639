#pragma once

#include "forms/form_grammar.hpp"
#include "forms/form_language_destination.hpp"
#include "forms/form_language_errors.hpp"
#include "forms/form_language_syntax.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace jixiao::form_language {

/// Makes the labels of one form, and knows all that it made.
class LabelBuilder {
public:
  explicit LabelBuilder(ErrorList& errors) : errors_(errors) {}

  /// The characters that a text in quotes stands for.
  static std::string unquoted(Token text);

  /// The texts without quotes; one that is empty is an error.
  std::vector<std::string> texts(std::vector<Token> const& tokens);

  LabelRule label(LabelSyntax const& syntax, Place place);

  /// The labels of one list, which have to differ from each other.
  std::vector<LabelRule> list(std::vector<LabelSyntax> const& syntax, Place place);

  /// True when a label made so far has this text.
  bool knows(std::string_view text) const;

private:
  ErrorList& errors_;
  std::unordered_set<std::string> known_; ///< folded
};

} // namespace jixiao::form_language
