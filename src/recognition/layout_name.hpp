#pragma once

#include "forms/form_grammar.hpp"
#include "recognition/draft.hpp"

#include <span>

namespace jixiao::recognition {

/// The form grammar that describes the layout of a draft: its title, and nearly all of its labels, while the draft has
/// hardly a label that the grammar lacks. Null when there is none.
FormGrammar const* described_layout(Draft const& draft, std::span<FormGrammar const> grammars);

} // namespace jixiao::recognition
