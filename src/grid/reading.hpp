#pragma once

#include <jixiao/diagnostic.hpp>

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What every reader gives: blocks of paragraphs and tables, down to cells with their origins.
namespace jixiao {

/// Why a cell's text may not be what was printed.
enum class Doubt : std::uint8_t {
  none,
  cut,    ///< put together from pieces that the edges of columns cut
  placed, ///< put where its row or group begins, though its place leaves that open
  white,  ///< white alone parts it from what stands beside it, and leaves open where
};

/// A cell as it stands in the source, untouched. `text` is a view into the decoded source or Reading::own().
struct Cell {
  std::string_view text;
  std::uint32_t line = 0;  ///< 1-based; 0: the carrier has no lines
  std::uint32_t begin = 0; ///< byte range in the decoded text, [begin, end)
  std::uint32_t end = 0;
  std::uint16_t x = 0;      ///< first grid column it covers, 0-based
  std::uint16_t x_span = 1; ///< gridSpan / colspan
  std::uint16_t y_span = 1; ///< vMerge / rowspan
  Doubt doubt = Doubt::none;
};

/// A row of cells, left to right, one a grid column: where a merged cell covers more than its first column or row,
/// empty cells stand in the others. Ragged rows stay ragged.
struct Row {
  std::uint32_t first_cell = 0;
  std::uint32_t cell_count = 0;
  std::uint32_t block = 0; ///< index of the block it is in
  std::uint32_t page = 0;  ///< where a table goes on over pages, the row's; 0: the block's
};

enum class BlockKind : std::uint8_t { paragraph, table };

/// A paragraph is a block of one row with one cell, so that all text is in cells.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint32_t first_row = 0;
  std::uint32_t row_count = 0;
  std::uint32_t page = 0;       ///< 1-based; 0: unknown
  std::uint32_t table = 0;      ///< number of the table in the document, for tables
  bool soft_rows = false;       ///< a line end may be one inside a cell, and cells without a text may be missing
  std::uint32_t row_offset = 0; ///< rows of that table before this block, where a gap parts it
  bool told_spans = false;      ///< of text: its reader laid out every cell with the rows and columns it covers
  bool unruled = false;         ///< of pages: nothing but white shows where the cells of the table end
};

/// A finding of the reader on what one cell holds: a picture instead of text, a text that is struck through. It is
/// reported when the field that the cell belongs to is known.
struct CellNote {
  static constexpr std::uint32_t no_cell = 0xFFFFFFFF;

  std::uint32_t cell = no_cell; ///< index into Reading::cells
  Code code{};
  std::vector<Argument> arguments;
};

/// Where a cell stands on a page, in points from its upper left corner, y down.
struct CellPlace {
  std::uint32_t cell = 0; ///< index into Reading::cells
  std::uint32_t page = 0;
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// The blocks of one source, flat: cells of all rows in one array, rows of all blocks in one array.
struct Reading {
  std::vector<Cell> cells;
  std::vector<Row> rows;
  std::vector<Block> blocks;
  std::vector<CellNote> notes;   ///< in the order of the cells
  std::vector<CellPlace> places; ///< of cells that lines rule on pages; of one that a page's end cuts, several

  std::span<Cell const> cells_of(Row const& row) const {
    return std::span(cells).subspan(row.first_cell, row.cell_count);
  }

  /// Keeps a text that does not stand in the source as it is (an unescaped XML run).
  std::string_view own(std::string text) { return owned_.emplace_back(std::move(text)); }

private:
  std::deque<std::string> owned_;
};

} // namespace jixiao
