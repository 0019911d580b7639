#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

/// Words with their boxes, as they stand on pages. All lengths of a text are in one unit: points for boxes of a PDF,
/// columns and lines for text that is aligned by white space.
namespace jixiao {

struct Word {
  std::string_view text;
  double x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  double width = 0;                           ///< what it takes of a line's measure: x1 - x0, or its display width
  bool parted = false;                        ///< a gutter stands before it, not a space
  std::uint32_t line = 0, begin = 0, end = 0; ///< as in Piece
};

/// What white space means in a text.
struct Metrics {
  double em = 1;          ///< width of an ideograph, in the unit of Word::width
  double gutter = 1;      ///< a gap this wide parts columns
  double space = 1;       ///< a gap this wide may part columns, when others stand above and below it
  double tolerance = 0.1; ///< of positions that are meant to be the same
  bool exact = false;     ///< heights are measured, not counted in lines
  bool by_cells = false;  ///< places are those of a terminal: a program laid the text out line by line
};

/// A line of print: words on one baseline, from left to right.
struct TextLine {
  std::uint32_t first = 0, last = 0; ///< words [first, last)
  std::uint32_t page = 0;            ///< 1-based
  double y = 0;                      ///< of its middle, from the top of the first page; pages follow each other closely
  double height = 0;
  bool opens_page = false;
};

/// A line drawn between rows, where columns have none.
struct RowLine {
  double y = 0, x0 = 0, x1 = 0;
};

struct PageText {
  std::vector<Word> words;
  std::vector<TextLine> lines;
  std::vector<RowLine> row_lines; ///< from top to bottom
  Metrics metrics;
  double pitch = 1; ///< from line to line within a paragraph

  std::span<Word const> words_of(TextLine const& line) const {
    return std::span(words).subspan(line.first, line.last - line.first);
  }
};

/// A page as a carrier gives it: words in any order.
struct RawPage {
  std::vector<Word> words;
  double height = 0;        ///< 0: unknown
  std::uint32_t number = 0; ///< 1-based; 0: by its place among the pages
  bool bare = false;        ///< page numbers and running heads are gone already
  std::vector<RowLine> row_lines;
};

} // namespace jixiao
