#include "cli/settings.hpp"

#include "cli/limits.hpp"
#include "cli/read_file.hpp"
#include "text/sha256.hpp"

#include <jixiao/version.hpp>

namespace jixiao::cli {

std::string settings_of(ReadingOptions const& options) {
  auto all = "from " + options.from + '\n' + describe(options.limits);
  if (!options.least.empty())
    all += "least " + options.least + '\n';
  for (auto const& what : options.redact)
    all += "redact " + what + '\n';
  if (options.office != "never")
    all += "office " + options.office + '\n';
  for (auto const& grammar : options.grammars)
    all += sha256_hex(read_file(grammar)) + '\n';
  // Sixteen digits tell settings apart that people come to use.
  return std::string("jixiao ").append(version()).append(" ").append(sha256_hex(all), 0, 16);
}

} // namespace jixiao::cli
