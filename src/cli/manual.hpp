#pragma once

#include "cli/surface.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::cli {

/// The commands that have a manual page of their own: those with a text in src/cli/man/.
std::vector<std::string> manual_names();

/// The page of a command of the program (empty: of the program itself) in mdoc(7). Name, synopsis, commands and options
/// are the model's, the rest is the command's text; it stands before and behind the options.
std::string manual_page(Command const& program, std::string_view name);

} // namespace jixiao::cli
