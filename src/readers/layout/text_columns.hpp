#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Tables drawn in characters of one width, where East Asian wide characters take two cells of the terminal.
namespace jixiao {

/// Columns of terminal cells, [begin, end).
struct TextColumn {
  std::uint32_t begin = 0, end = 0;
};

/// A character of a line.
struct Glyph {
  std::uint32_t offset = 0; ///< in bytes
  std::uint32_t column = 0; ///< in terminal cells
  std::uint32_t loose = 0;  ///< how many before it may take a cell more: ambiguous ones, such as “ and ①
  char32_t value = 0;
};

/// The characters of a line, and one behind the last.
std::vector<Glyph> glyphs_of(std::string_view line);

/// A part of the line, without white space at both ends. A blank one has a place too.
Piece piece_of(Line const& line, std::string_view text);

/// Cuts a line at the gutters between the columns, which are in order; no piece for columns that it does not reach.
/// Where characters that were measured otherwise, or an overlong text, moved a gutter, the cut is at the white space
/// that is next to it.
std::vector<Piece> cut_columns(Line const& line, std::span<TextColumn const> columns);

} // namespace jixiao
