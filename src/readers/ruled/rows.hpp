#pragma once

#include "readers/ruled/grid.hpp"

#include "readers/layout/wrapped_text.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// How the program that drew the table breaks the texts of cells: antiword, which draws no rules, at spaces.
Wrapping wrapping_of(std::span<GridLine const> lines);

/// Whether a row begins with a line of a table.
enum class RowBreak : std::uint8_t {
  none,
  unlikely, ///< none was read, though two rows that fill their cells would look the same
  row,
};

/// For each line of a table, whether a row begins with it although no rule stands above it. Tables with a rule between
/// all rows have no such lines. Else the lines themselves have to tell: a row's cells begin on its first line and leave
/// off one by one; a text that goes on in the next line fills its cell.
std::vector<RowBreak> find_row_breaks(std::span<GridLine const> lines);

} // namespace jixiao
