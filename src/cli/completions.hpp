#pragma once

#include "cli/surface.hpp"

#include <string>

/// Scripts that teach a shell to complete the command line. They stand alone: what can be typed is written into them,
/// so that the program does not run while somebody types.
namespace jixiao::cli {

std::string bash_completion(Command const& program);
std::string zsh_completion(Command const& program);
std::string fish_completion(Command const& program);

} // namespace jixiao::cli
