#pragma once

#include "forms/form_grammar.hpp"
#include "forms/layout_table.hpp"

#include <vector>

/// The forms of grammars/forms.
namespace jixiao {

/// All of them as written, in the order of their files. They are read when they are first asked for.
std::vector<FormGrammar> const& builtin_forms();

/// All of them with everything that they take over, as the build compiled them.
LayoutTable builtin_layouts();

} // namespace jixiao
