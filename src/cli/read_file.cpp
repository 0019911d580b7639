#include "cli/read_file.hpp"

#include "cli/status.hpp"
#include "inputs/load.hpp"
#include "inputs/problems.hpp"

#include <jixiao/convert.hpp>

#include <cerrno>
#include <cstring>

namespace jixiao::cli {

std::string read_file(std::string const& path) {
  std::string bytes;
  if (!load_file(path, Limits{}.bytes, bytes))
    throw UsageError(message(unreadable_file(path, std::strerror(errno))));
  return bytes;
}

} // namespace jixiao::cli
