#pragma once

#include "recognition/pieces/pieces.hpp"
#include "recognition/rows/align.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao::recognition {

/// A piece that a row below gave to a record: the rest of one of its texts, or the value that it lacked.
struct JoinedPiece {
  std::uint32_t piece = 0;
  bool value = false;
};

/// The pieces of one record: [first, end) of the page, with their columns.
struct RecordSpan {
  std::uint32_t first = 0, end = 0;
  std::vector<RowCell> cells;
  Alignment alignment;
  bool in_place = true; ///< each cell stands below its header and may
  std::vector<JoinedPiece> joined;
  bool centred = false;         ///< labels of groups are put where their rows begin, wherever they are printed
  bool doubtful = false;        ///< another group suits it nearly as well
  bool doubtful_level1 = false; ///< one of another level 1
  bool placed = false;          ///< of which project it is follows from where that one's cells are printed

  /// The first cell of this kind of column, or null.
  RowCell const* find(std::span<Column const> columns, ColumnKind kind) const;
};

/// 绩效指标 down the side of the table, perhaps again behind the end of a page.
bool is_side_label(Piece const& piece);

/// The cells of [first, end) that may be those of records.
std::vector<RowCell> cells_between(Page const& page, std::uint32_t first, std::uint32_t end);

/// True for a row that the template offers and nobody filled in, with the labels of its groups.
bool is_only_offered(std::span<RowCell const> cells);

/// Parts the pieces [first, end) of a page into records: a row each where the carrier has rows, else the parting into
/// stretches that the columns fit best. Time for the latter: pieces times the square of the number of columns.
std::vector<RecordSpan> part_records(Page const& page, std::vector<Column> const& columns, std::uint32_t first,
                                     std::uint32_t end);

/// What the parting costs where rows are not told, to compare it under two headers.
double parting_cost(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end);

/// True when the rows of a text are so much dearer as records than records with cells that go on over line ends that no
/// line end can be trusted. Time as above.
bool is_better_by_lines(Page const& page, std::vector<Column> const& columns, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
