#pragma once

#include "forms/form_grammar.hpp"

#include <vector>

namespace jixiao::calibrate {

/// The built-in layouts with all that they take over, and with what the vocabulary knows of their labels, ready to be
/// printed. What no field is known for is left out; so are layouts whose indicators have no name or target.
std::vector<FormGrammar> complete_layouts();

} // namespace jixiao::calibrate
