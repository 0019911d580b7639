#pragma once

#include "cli/reading.hpp"

#include <string>

namespace jixiao::cli {

/// What `convert` says of a document: each finding that is an error in a line, and, unless quiet, a line like
/// `form.txt: 12 forms, 101 indicators, 3 warnings (jixiao check form.txt shows them)`.
std::string summary(ReadDocument const& read, bool quiet);

} // namespace jixiao::cli
