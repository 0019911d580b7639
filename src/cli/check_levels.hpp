#pragma once

#include <jixiao/check.hpp>

#include <string>
#include <vector>

namespace jixiao::cli {

/// What --off CODE and --severity CODE=LEVEL ask for; codes by id or name. Throws UsageError on what is neither.
std::vector<LevelOverride> levels_of(std::vector<std::string> const& off, std::vector<std::string> const& severities);

/// A code by its id or name. Throws UsageError with the nearest one.
Code code_of(std::string const& typed);

} // namespace jixiao::cli
