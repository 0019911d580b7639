#pragma once

#include "tests/property/random.hpp"

#include <jixiao/document.hpp>

#include <string>
#include <vector>

namespace jixiao::property {

/// An indicator as the truth knows it. Empty: not there.
struct Entry {
  std::string level1, level2, name, value;
};

/// What a declaration says, whatever its print looks like.
struct Declaration {
  int year = 0;
  std::string project, nature, category, department, unit, start, end, amount_unit;
  std::vector<std::string> project_funds; ///< total, fiscal, other
  std::vector<std::string> year_funds;    ///< total, fiscal, carryover, other
  std::string project_goal, annual_goal;
  std::vector<Entry> entries;
};

/// A random declaration from the vocabulary; its indicators stand in the order of the taxonomy, names differ.
Declaration invent_declaration(Random& random);

/// What was read of a form, in the shape of the truth.
Declaration declaration_of(Form const& form);

} // namespace jixiao::property
