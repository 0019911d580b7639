#pragma once

#include "readers/flow/flow.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace jixiao::flow {

/// A cell as the properties of its row describe it.
struct CellEdge {
  std::int32_t right = 0;
  bool goes_on_above = false, goes_on_left = false;
};

/// Puts paragraphs, cells and rows that follow one another into tables. A paragraph or mark says how many tables it
/// stands in (0: none); one that stands in fewer than the paragraph before it ends the tables between.
class TableBuilder {
public:
  explicit TableBuilder(Limits const& limits) : limit_(limits.table_depth), cells_left_(limits.cells + 1) {}

  /// `level` as any below: what is deeper than the limit counts as if it stood at the limit.
  void paragraph(Text&& text, std::size_t level);
  void end_cell(std::size_t level);
  /// `left` is the edge of the row's first cell; cells that the row has beyond `cells` get edges of their own.
  void end_row(std::size_t level, std::int32_t left, std::span<CellEdge const> cells);

  /// Appends blocks (of text boxes) at the place that was reached.
  void append(Blocks&& blocks);

  bool was_too_deep() const { return too_deep_; }
  Blocks finish() &&;

private:
  struct Level {
    Table table;
    std::vector<Cell> row;
    Blocks cell;
  };

  std::size_t go_to(std::size_t level);
  void close_table();
  Blocks& blocks_at(std::size_t level) { return level == 0 ? blocks_ : levels_[level - 1].cell; }

  std::uint32_t limit_;
  std::uint64_t cells_left_; ///< what is beyond has no room in the reading, which says so
  Blocks blocks_;
  std::vector<Level> levels_;
  bool too_deep_ = false;
};

} // namespace jixiao::flow
