#pragma once

#include "readers/drawn/drawn_texts.hpp"

#include <optional>
#include <span>
#include <vector>

namespace jixiao::drawn {

/// A text with the rows that its cell reaches over.
struct PlacedText {
  DrawnText text;
  std::uint32_t row = 0, rows = 1;
};

/// The texts of one table, row by row and from left to right.
struct DrawnTable {
  std::vector<float> ys; ///< where rows end, one more than rows
  std::vector<PlacedText> texts;
  bool titled = false; ///< a title stands above it on its page
};

/// The tables of a page, from top to bottom: between titles, texts larger than `title`, without the lines of text above
/// and below them. None goes on over one of the heights `ends`. Nothing when the order in which the texts were drawn is
/// not that of rows, or may be that of lines; `by_cells`: it is not. `known`: where the columns of the page before end,
/// whose last row may go on in a single text.
std::vector<DrawnTable> find_drawn_tables(std::span<DrawnText const> texts, float title, bool by_cells,
                                          std::span<float const> ends, std::span<float const> known);

} // namespace jixiao::drawn
