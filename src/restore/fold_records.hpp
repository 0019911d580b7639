#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace jixiao {

/// A cell that arrived on a line of its own, as far as the folding of records has to know it.
struct LineCell {
  bool blank = false;
  bool level1 = false, level2 = false; ///< its text is a label of the taxonomy
  bool quantity = false;               ///< its text is a number with a unit, so that it is rather a value than a name
};

/// What a column of a record table holds.
enum class ColumnKind : std::uint8_t { side, level1, level2, name, target, other };

/// The columns of the first lines, one by one, when these are folded into rows; a line may go on the cell before it.
/// The lines beyond are no part of the table. Empty when no folding explains more than it leaves.
struct FoldedRecords {
  struct Place {
    std::uint32_t column = 0;
    bool goes_on = false; ///< a further paragraph of the cell of the line before
  };
  std::vector<Place> places;
};

/// The likeliest folding, by dynamic programming over lines and columns.
FoldedRecords fold_records(std::span<LineCell const> lines, std::span<ColumnKind const> columns);

} // namespace jixiao
