#pragma once

#include "tests/property/declaration.hpp"

#include <string>
#include <vector>

namespace jixiao::property {

/// How a document compares with the truth, field by field.
struct Score {
  std::size_t fields = 0, wrong = 0;
  std::size_t silent = 0;              ///< wrong, and no diagnostic is on the field or on what holds it
  std::size_t evident = 0;             ///< silent ones though the name has a word that speaks for the right group only
  std::size_t extra = 0;               ///< indicators that the truth does not have
  std::vector<std::string> complaints; ///< one a wrong field: path, expected, actual

  void add(Score const& other);
};

Score score(std::vector<Declaration> const& truth, Document const& document);

} // namespace jixiao::property
