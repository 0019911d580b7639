#pragma once

#include "cli/surface.hpp"

#include <string>
#include <vector>

namespace jixiao::cli {

struct Value {
  std::string word;
  std::string about{}; ///< may be empty

  friend bool operator==(Value const&, Value const&) = default;
};

/// What can be offered for a parameter's value.
struct Values {
  std::vector<Value> words;
  /// For NAME=VALUE, where `words` are the names, each with its "=": what may stand behind it, as far as that is known.
  std::vector<std::string> behind;
  bool assigned = false; ///< it is NAME=VALUE
  bool files = false;    ///< the name of a file or a folder

  friend bool operator==(Values const&, Values const&) = default;
};

/// By the parameter's choices, else by the word for its value: CODE stands for a code wherever it is asked for.
Values values_of(Parameter const& parameter);

} // namespace jixiao::cli
