#include <jixiao/batch.hpp>

#include "inputs/load.hpp"
#include "inputs/names.hpp"
#include "inputs/problems.hpp"

namespace jixiao {

Document convert_file(std::string const& path, Options const& options) {
  FoundInput found{as_text(path), path};
  load(found, options.limits.bytes);
  if (found.problem)
    return problem_document(found.path, *found.problem);
  auto document = convert({found.path, *found.bytes}, options);
  document.source.path = found.path;
  return document;
}

} // namespace jixiao
