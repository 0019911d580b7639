#pragma once

#include "readers/ruled_grid.hpp"

#include "readers/wrapped_text.hpp"

#include <span>
#include <vector>

namespace jixiao {

/// How the program that drew the table breaks the texts of cells: antiword, which draws no rules, at spaces.
Wrapping wrapping_of(std::span<GridLine const> lines);

/// For each line of a table, whether a row begins with it although no rule stands above it. Tables with a rule between
/// all rows have no such lines. Else the lines themselves have to tell: a row's cells begin on its first line and leave
/// off one by one; a text that goes on in the next line fills its cell.
std::vector<bool> find_row_breaks(std::span<GridLine const> lines);

} // namespace jixiao
