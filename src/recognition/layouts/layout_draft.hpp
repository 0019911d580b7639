#pragma once

#include "forms/form_grammar.hpp"
#include "recognition/fields/draft.hpp"

#include <string>
#include <vector>

namespace jixiao::recognition {

/// The beginning of a form grammar for a form that no layout fits.
struct LayoutDraft {
  FormGrammar form;
  std::vector<std::string> comments; ///< what could not be placed
};

/// A form grammar that says what a draft prints otherwise than the base form of its kind that is nearest. The kind has
/// to be settled.
LayoutDraft draft_layout(Draft const& draft);

} // namespace jixiao::recognition
