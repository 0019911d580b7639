#pragma once

#include <jixiao/outputs.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace jixiao::cli {

/// What --to takes, in the order of OutputFormat.
std::vector<std::string_view> output_format_names();

/// The format that is asked for: by `to`, else by what `out` ends in, else json. Throws UsageError when there is none
/// such, or it cannot be written to `out` (empty: standard output).
OutputFormat output_format(std::string const& to, std::string const& out);

} // namespace jixiao::cli
