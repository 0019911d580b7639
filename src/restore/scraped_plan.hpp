#pragma once

#include "restore/restored_reading.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// What the restored reading will hold; values of pairs can still be mended once the whole document is known.
struct PlannedRow {
  std::uint32_t block = 0;
  bool copies_block = false; ///< the whole block as it is; no cells
  bool ends_table = false;
  std::vector<RestoredCell> cells;
  std::size_t left_over = 0; ///< where a table ends: how many of the plan's are of it and those before
};

/// A value of a pair, where the plan holds it.
struct PlannedValue {
  std::size_t row = 0, cell = 0; ///< indices into the plan
  FieldId field{};
  bool is_cut = false;
};

struct ScrapedPlan {
  std::vector<PlannedRow> rows;
  std::vector<std::pair<std::size_t, std::size_t>> sides; ///< row and cell of pieces of a side label
  std::string whole_side;                                 ///< that label where it is printed whole
  std::vector<PlannedValue> values;
  std::vector<std::pair<std::uint32_t, Token>> left_over;
};

/// Reads damaged values as what the document prints elsewhere: names of projects by its list of contents, in the order
/// of both; names of offices by those printed whole.
void mend_values(ScrapedPlan& plan, std::vector<std::string> const& contents);

} // namespace jixiao
