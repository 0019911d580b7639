#pragma once

#include "readers/aligned/sheet.hpp"

namespace jixiao::aligned {

/// What speaks against a line as the next one of a cell.
struct PriceBelow {
  double unit = 0; ///< the width of what of it would have had to fit behind the line above
  double with_room = 0, without = 0;
};

PriceBelow price_below(Run const& above, Run const& below, double em);

/// ≥820: a comparator begins a value.
bool begins_with_comparator(std::string_view text);

/// A text that may stand alone beside several rows: a label, two characters of one, a short bracket.
bool is_label_like(Run const& run);

/// 局 below 青石县水务, which the full cell in front of it pushed to the right: a run goes on with a cell that it does
/// not stand below.
bool is_pushed_aside(Sheet const& sheet, RunList const& cell, std::uint32_t run);

/// 方米）: the rest of a text in a bracket.
bool closes_bracket(std::string_view text);

} // namespace jixiao::aligned
