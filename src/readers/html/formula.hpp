#pragma once

#include "readers/html/flow.hpp"

#include <gumbo.h>

#include <string>

namespace jixiao {

/// What an element of MathML is of the structure around it: the signs that stand for the structure in a line of text,
/// and whether it is raised or lowered. Half of six is 6/2, and no 62.
struct HtmlOperand {
  std::string before, behind;
  HtmlFlow::Script script = HtmlFlow::Script::none;
};

HtmlOperand html_operand(GumboNode const& element);

} // namespace jixiao
