#pragma once

#include "cli/reading.hpp"

#include <string>

namespace jixiao::cli {

/// All that a document depends on besides its bytes, as one short text: the program's version, the form grammars, the
/// reader and the limits. Throws UsageError when a grammar cannot be read.
std::string settings_of(ReadingOptions const& options);

} // namespace jixiao::cli
