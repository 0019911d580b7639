#pragma once

#include "readers/table_marks/text.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// What stands between a text and the one before it.
enum class MarkStep : std::uint8_t {
  joined,    ///< nothing: a line was cut within a word
  space,     ///< a space
  paragraph, ///< the end of a paragraph in a cell
  cell,      ///< the end of the cell
  row,       ///< the end of the row, or of a paragraph outside of tables
};

struct MarkReading {
  MarkStep step = MarkStep::row;
  std::uint32_t column = 0; ///< of the text, where a cell begins with it
};

/// Tells cells and rows apart, one reading for each text: of all ways to read the marks, the one in which rows have as
/// many cells as those above them and the line ends within cells stand at likely places. A search with a beam; linear.
std::vector<MarkReading> read_marks(std::span<MarkedText const> texts);

} // namespace jixiao
