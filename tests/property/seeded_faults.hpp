#pragma once

#include "tests/property/random.hpp"

#include <jixiao/document.hpp>

#include <optional>
#include <span>
#include <string>

namespace jixiao::property {

/// One way of breaking a clean document, and what has to be reported: the code, and the path that break_it() gives.
struct Fault {
  Code code{};
  std::string_view what;
  /// Breaks the document at a random place; nothing when it has no such place.
  std::optional<std::string> (*break_it)(Document& document, Random& random);
};

/// In every way a rule knows, some in several.
std::span<Fault const> faults();

/// Those of them that the words of goals, names and targets are checked for, and what was spent.
std::span<Fault const> faults_of_wording();

/// Those of goals against funds, and of what a goal or a project of its kind has to say.
std::span<Fault const> faults_of_goals();

} // namespace jixiao::property
