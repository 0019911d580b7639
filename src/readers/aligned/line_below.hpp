#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// What speaks against a line as the next one of a cell.
struct PriceBelow {
  double unit = 0; ///< the width of what of it would have had to fit behind the line above
  double with_room = 0, without = 0;
};

PriceBelow price_below(Run const& above, Run const& below, double em);

/// 方米）: the rest of a text in a bracket.
bool closes_bracket(std::string_view text);

} // namespace jixiao::aligned
