#pragma once

#include "grid/reading.hpp"
#include "restore/scraped_row.hpp"

#include <string>
#include <vector>

namespace jixiao {

/// A cell of a restored table; it covers cells of the scraped one.
struct RestoredCell {
  std::int32_t x = 0;
  std::string text;
  std::uint32_t first_cell = 0, last_cell = 0; ///< indices into the cells of the scraped reading
  Doubt doubt = Doubt::none;
};

RestoredCell restored(Token const& token, std::int32_t x, Doubt doubt = Doubt::none);

/// Writes the reading that takes the scraped one's place.
class RestoredReading {
public:
  explicit RestoredReading(Reading& scraped) : scraped_(scraped) {}

  /// Takes a block over as it is.
  void copy(std::uint32_t block);

  /// Adds a row to the table being written, with empty cells where `cells` (by x) leave columns out.
  void row(std::uint32_t block, std::vector<RestoredCell> cells);

  /// A text that the table has no place for becomes a table of its own, which no field reads.
  void left_over(std::uint32_t block, Token const& token);

  /// The next row begins another table.
  void end_table() { in_table_ = false; }

  Reading finish() &&;

private:
  void open_block(BlockKind kind, std::uint32_t scraped_block);
  void add_row(std::size_t first_cell);
  Cell make(RestoredCell const& cell);

  Reading& scraped_;
  std::vector<Cell> cells_;
  std::vector<Row> rows_;
  std::vector<Block> blocks_;
  bool in_table_ = false;
  std::uint32_t tables_ = 0;
};

} // namespace jixiao
