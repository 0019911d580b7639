#pragma once

#include "cli/surface.hpp"

#include <string>

/// Parameters in mdoc(7).
namespace jixiao::cli {

/// An item of a list: the parameter's names, what it does as in --help, and the values that it takes.
std::string manual_item(Parameter const& parameter);

std::string in_short(Parameter const& option);        ///< by its first name: `Fl o Ar OUT`
std::string manual_operand(Parameter const& operand); ///< `Ar INPUT ...`

/// As lines of text with a full stop at the end.
std::string sentence(std::string text);

bool is_help(Parameter const& option);

} // namespace jixiao::cli
