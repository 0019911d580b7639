#pragma once

#include "grid/reading_builder.hpp"
#include "readers/lines.hpp"

#include <string>
#include <string_view>

namespace jixiao {

/// A line of a text with one cell a line.
struct CellLine {
  enum class Kind { blank, cell, paragraph };

  Kind kind = Kind::blank;
  Piece text;                ///< without the tab before it and marks at its ends
  bool marked = false;       ///< a bookmark stands before it
  bool marks_inside = false; ///< bookmarks stand in the text, for without_bookmarks()
};

/// A line that begins with a tab and has no tab between texts is a cell, be it blank.
CellLine read_cell_line(Line const& line);

/// The text without its `[bookmark: name]` marks.
std::string without_bookmarks(std::string_view text);

/// True when `text` is the next item of the numbered list that `last` is an item of: "2.", "（二）" or "②" behind "1.",
/// "（一）" or "①". `first` is the beginning of the cell that `last` ends; a cell of bare numbers is no list.
bool goes_on_list(std::string_view first, std::string_view last, std::string_view text);

} // namespace jixiao
