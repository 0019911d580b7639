#pragma once

#include "readers/lattice/lines.hpp"

#include <span>
#include <vector>

namespace jixiao::lattice {

constexpr float one_place = 3; // places nearer than this are one

constexpr bool at_one_place(float a, float b) { return a - b <= one_place && b - a <= one_place; }

/// A part of a line across.
struct Stretch {
  float from = 0, to = 0;
};

/// Stretches that texts cover, from left to right, where white as wide as a gutter parts them; `size`: of the
/// characters.
std::vector<Stretch> parted_texts(std::vector<Stretch> taken, float size);

/// A text of a row.
struct RowStretch {
  Stretch at;
  float size = 0;
  bool merged = false; ///< its cell reaches over several rows
};

/// The rows of a table that has lines between them alone.
struct RuledRows {
  std::vector<Line> const& lines; ///< across
  std::vector<float> const& ys;   ///< of the rows' ends, from top to bottom
  float left = 0, right = 0;
  std::span<float const> known;                        ///< where the columns of the table end on the page before
  std::span<std::vector<RowStretch> const> texts = {}; ///< by row, from left to right, where they are known
};

/// Where the columns of each row end, as lines down: at the ends of lines, and within the white that the texts of all
/// rows leave. A text that reaches over several columns has none within it; one alone in their middle has them all.
/// Nothing when few rows have columns.
std::vector<Line> lines_between_columns(RuledRows const& rows, std::vector<Ruling> const& rules,
                                        std::vector<PageGlyph> const& glyphs);

} // namespace jixiao::lattice
