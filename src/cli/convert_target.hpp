#pragma once

#include <jixiao/batch.hpp>
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

/// The files that may be read as documents if they stand among the inputs of a later run.
std::vector<std::string> written_files(OutputFormat format, std::string const& out);

/// A run does not read what it writes: a file that was given throws a UsageError, one in a folder is passed over.
void keep_apart(BatchInputs& inputs, std::vector<std::string> written);

} // namespace jixiao::cli
