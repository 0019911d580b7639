#pragma once

#include "grid/reading_builder.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

/// Texts that were wrapped into lines, as the cells of tables drawn in characters are.
namespace jixiao {

/// The lines of one text. Widths are terminal cells.
struct WrappedLines {
  std::vector<Piece> lines;
  std::uint32_t width = 0; ///< of the column that they were wrapped into
};

/// The text before it was wrapped. A line end is a hard break, and becomes '\n', where the next word would have fitted
/// into the line ("项目资金" over "(元)"), at a blank line, and behind a backslash, which goes. Else it becomes what
/// stood there: nothing between Chinese characters and inside a word longer than the column, or a space.
Piece unwrap(WrappedLines const& text, ReadingBuilder& builder);

/// What stands between two lines of a text, if a soft wrap parts them: "" or " ".
std::string_view wrap_gap(std::string_view line, std::string_view next, std::uint32_t width);

/// True when the next line's first word would have fitted into the line.
bool has_hard_break(std::string_view line, std::string_view next, std::uint32_t width);

} // namespace jixiao
