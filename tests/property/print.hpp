#pragma once

#include "tests/property/declaration.hpp"

#include <string>
#include <vector>

namespace jixiao::property {

using Line = std::vector<std::string>; ///< the cells of a row

/// Where the columns of an indicator table stand; an empty one may stand between name and value.
struct Columns {
  std::size_t level1 = 1, level2 = 2, name = 3, value = 4;
};

/// A declaration as it is printed, open to damage: the lines of each indicator are kept apart.
struct Print {
  Columns columns;
  std::vector<Line> head;
  std::vector<std::vector<Line>> table;
};

/// The clean print: labels on the first row of their group, empty cells where they are filled down.
Print print_clean(Declaration const& form, bool gap_before_value);

/// As tab-separated text.
std::string to_text(std::vector<Print> const& prints);

} // namespace jixiao::property
