#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/labels/titles.hpp"
#include "recognition/pieces/fused_cells.hpp"
#include "recognition/pieces/looks.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace jixiao::recognition {

struct Weighed;

/// What the carrier tells of where cells and rows end.
enum class Borders : std::uint8_t {
  exact,     ///< a grid with spans: a cell is where it stands, a blank is a blank
  gridded,   ///< the same without spans: what a merged cell covers is blank
  separated, ///< rows of cells; those that a merged cell covers may be left out, blank or repeated
  soft,      ///< cells in reading order; a line end may be one inside a cell, blanks may be left out
  order      ///< a cell a line; where rows end is not told
};

/// A text of the reading with the label that it may be. A cell is one piece, or several where it holds several labels
/// with their values.
struct Piece {
  std::uint32_t cell = 0;       ///< index into Reading::cells
  std::uint32_t row = 0;        ///< of the page
  std::uint32_t source_row = 0; ///< index into Reading::rows
  std::string_view text;        ///< as in the source; empty for a blank cell
  std::uint16_t x = 0, x_end = 1;
  std::uint16_t y_span = 1;
  bool paragraph = false; ///< not in a table
  bool joined = false;    ///< the rest of the label that the piece before begins, or a running head: none of its row
  bool inferred = false;  ///< a blank that only the distance of lines tells of: it has no cell of its own
  bool undecided = false; ///< several values that cannot be told apart; no field takes it
  Label label;
  bool fused = false; ///< of a line in which nothing parts the cells

  bool blank() const { return text.empty(); }

  /// A text of its own: neither a blank nor a part of another.
  bool is_text() const { return !text.empty() && !joined; }

  /// What the text looks like; worked out when it is first asked for.
  Look look() const {
    if (!known_look)
      known_look = look_of(text);
    return *known_look;
  }

  mutable std::optional<Look> known_look; ///< of the text, which does not change any more then
};

/// One stands below the other: pieces, cells or columns.
template <class One, class Other> bool overlap(One const& one, Other const& other) {
  return one.x < other.x_end && other.x < one.x_end;
}

/// What is to be said of a piece of text that nothing parts.
struct FusedRemark {
  std::uint32_t piece = 0, anchor = 0; ///< the anchor tells the record or field
  FusedNote note;
};

/// A text that goes on in the next line: the piece has both, the rest is joined to it.
struct OverLine {
  std::uint32_t piece = 0, rest = 0;
};

/// A text that edges of columns cut, or that goes on in the row below: the piece has all of it, the rest is joined to
/// it and has none of its own. Of a text that may have lost a part at an edge the rest is the piece itself.
struct CutText {
  std::uint32_t piece = 0, rest = 0;
  std::string_view line; ///< of the row below, as printed there
};

/// The first row of a table that stood turned in the source: behind its first piece the label of a place each.
struct TurnedHead {
  std::uint32_t piece = 0;
  std::uint32_t levels = 0; ///< columns of groups and names below that piece
};

/// Rows that tell of the places of a turned table, before the values of its indicators.
struct PlaceRows {
  std::uint32_t piece = 0;  ///< the first
  std::uint32_t header = 0; ///< rows of labels
};

/// The pieces of a document in the order in which a person reads them: of forms side by side the left one first.
struct Page {
  Reading const* reading = nullptr;
  Borders borders = Borders::exact;
  std::vector<TitlePattern> titles;  ///< of the form grammars that are the user's
  bool by_blanks = false;            ///< nothing but blanks parts the cells
  std::vector<Piece> pieces;         ///< in reading order
  std::vector<std::uint32_t> mended; ///< pieces that are labels but for a character
  std::vector<OverLine> over_lines;  ///< texts that go on in the next line
  std::vector<CutText> cut_texts;    ///< texts put together from several cells, in their order
  std::deque<std::string> own;       ///< texts that stand in the source in pieces
  std::vector<FusedRemark> fused;    ///< of text in which nothing parts the cells
  bool text = false;                 ///< plain text: a line end may stand inside a cell, whatever the others are
  bool breaks_cells = false;         ///< borders are soft though tabs part cells: line ends stand inside cells
  bool cut = false;                  ///< edges of columns cut texts
  bool centred = false;              ///< of such a page: what is merged over rows stands in the middle of them
  bool by_lines = false;             ///< rows and spans were worked out from lines of text
  Weighed* weighed = nullptr;        ///< where tables are kept for those who ask why
  std::vector<std::uint32_t> rows;   ///< first piece of each row, and the number of pieces at the end
  std::vector<TurnedHead> turned;    ///< where turned tables begin whose groups and names have no labels
  std::vector<PlaceRows> places;     ///< what stands before them

  /// The ends of rows are told.
  bool has_rows() const { return borders <= Borders::separated; }

  /// Why the text of a piece may not be what was printed.
  Doubt doubt(std::uint32_t piece) const { return reading->cells[pieces[piece].cell].doubt; }

  std::span<Piece const> row(std::uint32_t index) const {
    return std::span(pieces).subspan(rows[index], rows[index + 1] - rows[index]);
  }

  std::ptrdiff_t texts_in(std::uint32_t row) const { return std::ranges::count_if(this->row(row), &Piece::is_text); }

  /// The first text from a piece on, or `end`.
  std::uint32_t text_from(std::uint32_t at, std::uint32_t end) const {
    while (at < end && !pieces[at].is_text())
      ++at;
    return at;
  }
};

/// Nothing but a line end stands between two cells, or pieces, in the source: no separator ends the first.
bool is_next_to(Cell const& first, Cell const& second);
bool is_next_to(Page const& page, std::uint32_t first, std::uint32_t second);

} // namespace jixiao::recognition
