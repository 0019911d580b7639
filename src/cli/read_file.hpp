#pragma once

#include <string>

namespace jixiao::cli {

/// The bytes of a file that a command needs. Throws UsageError with the reason why there are none.
std::string read_file(std::string const& path);

} // namespace jixiao::cli
