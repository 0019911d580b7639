#pragma once

#include "diagnostics/sink.hpp"
#include "grid/reading.hpp"

#include <jixiao/convert.hpp>

#include <utility>
#include <vector>

namespace jixiao {

/// A text with its place. Carriers without lines leave the place out.
struct Piece {
  std::string_view text; ///< a view that lives as long as the reading: into the source, or ReadingBuilder::own()
  std::uint32_t line = 0, begin = 0, end = 0;
  Doubt doubt = Doubt::none;
};

/// Builds a Reading block by block for readers that know of merged cells, and keeps it within the limits; what does not
/// fit is left out and reported once.
class ReadingBuilder {
public:
  ReadingBuilder(Limits const& limits, DiagnosticSink& sink);

  std::string_view own(std::string text) { return reading_.own(std::move(text)); }

  /// Blocks from here on stand on this page, 1-based, and the further rows of a table.
  void set_page(std::uint32_t page) { page_ = page; }

  /// Blocks from here on are laid out with all the rows and columns that their cells cover, though no line tells them.
  void tell_spans(bool told) { told_spans_ = told; }

  /// Tables from here on stand on pages on which nothing but white shows where their cells end.
  void tell_unruled(bool unruled) { unruled_ = unruled; }

  /// A blank paragraph is left out.
  void paragraph(Piece const& text);

  void begin_table();

  /// The number of the table that is open, in the document.
  std::uint32_t table() const { return tables_; }

  /// Goes on with the table just ended, after a gap of rows that are left out.
  void resume_table(std::uint32_t skipped_rows);

  /// Begins a row whose first columns are left empty (gridBefore).
  void begin_row(std::uint32_t skipped_columns = 0);

  /// Adds a cell in the next column that no cell above covers. Spans of 0 count as 1; `y_span` ends with the table.
  void cell(Piece const& text, std::uint32_t x_span = 1, std::uint32_t y_span = 1);

  /// Adds a cell that goes on the one above it (a vMerge that continues): as empty, unless it has a text of its own.
  void cell_below(Piece const& text, std::uint32_t x_span = 1);

  /// A finding on the cell or paragraph put last; on no cell where that was left out.
  void note(Code code, std::vector<Argument> arguments);

  /// A finding on the last text so far.
  void note_last_text(Code code, std::vector<Argument> arguments);

  /// Where the cell put last stands; nothing where that was left out.
  void place(std::uint32_t page, float x0, float y0, float x1, float y1);

  /// A row without a cell is left out.
  void end_row();

  /// A table whose cells are all blank is left out.
  void end_table();

  /// True when the limit of cells was met: nothing more is taken.
  bool full() const { return full_; }

  Reading finish() &&;

private:
  /// What covers a column in the rows below its cell.
  struct Cover {
    std::uint32_t rows = 0; ///< still to be covered
    std::uint32_t origin = 0;
  };

  bool has_room(Piece const& text);
  void put(Piece const& text, std::uint32_t x_span, std::uint32_t y_span);
  void fill_covered();
  void place_covered();
  void open_block(BlockKind kind);

  Limits const& limits_;
  DiagnosticSink& sink_;
  Reading reading_;
  std::vector<Cover> covers_; ///< by column
  std::uint32_t page_ = 0, tables_ = 0, row_offset_ = 0;
  std::uint32_t row_begin_ = 0;
  std::uint32_t last_cell_ = CellNote::no_cell;
  bool in_row_ = false, wide_ = false, full_ = false, told_spans_ = false, unruled_ = false;
};

} // namespace jixiao
