#pragma once

#include <jixiao/check.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::cli {

/// The levels that --severity takes, in the order of Level.
std::vector<std::string_view> level_names();

/// What --off CODE and --severity CODE=LEVEL ask for; codes by id or name. Throws UsageError on what is neither.
std::vector<LevelOverride> levels_of(std::vector<std::string> const& off, std::vector<std::string> const& severities);

/// The codes that a list names, by Code: ids, names, prefixes (R4) and ranges (V510-V519, V5-V6). Throws UsageError on what is
/// none of them.
std::vector<bool> codes_of(std::vector<std::string> const& lists);

/// A code by its id or name. Throws UsageError with the nearest one.
Code code_of(std::string const& typed);

} // namespace jixiao::cli
