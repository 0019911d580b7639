#pragma once

#include "forms/claims.hpp"
#include "forms/page.hpp"
#include "forms/raw_form.hpp"
#include "model/taxonomy.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// A cell of a record row with what it may be.
struct RecordCell {
  PageCell const* cell = nullptr;
  std::string_view text;
  std::int32_t x = 0;       ///< corrected for dropped covered cells
  std::int16_t level1 = -1; ///< taxonomy nodes its text names; at most one is set once the row is read
  std::int16_t level2 = -1;
  bool canonical = false;        ///< the full name of the group, which is never an indicator's name
  std::int32_t joined_with = -1; ///< row (index into the table) that holds the rest of this broken label

  bool is_label() const { return level1 >= 0 || level2 >= 0; }
};

/// A row of a record table, less what is layout: side labels, table rules, repeated cells, label fragments.
struct RecordRow {
  std::uint32_t row = 0; ///< index into Reading::rows
  RawHeader const* header = nullptr;
  std::vector<RecordCell> cells;
  bool in_columns = false; ///< every cell is known to stand in its own column
};

/// A label that was put together again.
struct JoinedLabel {
  std::int16_t level1 = -1, level2 = -1;
  std::vector<PageCell const*> pieces;
};

struct RecordRows {
  std::vector<RecordRow> rows; ///< those with anything left in them
  std::vector<JoinedLabel> joined;
};

/// Reads a table's rows for decoding and claims what is layout. Labels broken over rows (服务对象满意度指 … 标) are
/// joined.
RecordRows read_record_rows(Page const& page, RawForm const& form, RawTable const& table, Taxonomy const& taxonomy,
                            ClaimMap& claims);

} // namespace jixiao
