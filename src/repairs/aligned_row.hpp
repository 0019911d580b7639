#pragma once

#include "repairs/align.hpp"
#include "repairs/record_row.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao {

/// A column of the table that a row is read against.
struct TableColumn {
  std::int32_t x = 0;
  std::int32_t last_x = 0;
  FieldId field{};
  std::uint32_t header_cell = 0;
};

/// A record row with its cells assigned to columns.
struct AlignedRow {
  RecordRow const* row = nullptr;
  std::vector<TableColumn> const* columns = nullptr;
  std::vector<std::int32_t> cell_of;     ///< for each column the index of its cell, or -1
  bool in_place = false;                 ///< every cell stands under its header
  double margin = 0;                     ///< to the next best assignment, in which ...
  RecordCell const* doubtful = nullptr;  ///< ... this text has another place:
  std::optional<FieldId> doubtful_field; ///< this one, or none

  RecordCell const* cell(FieldId field) const;
  bool is_complete() const; ///< name and target are there
};

/// The columns of a header by their fields.
std::vector<TableColumn> table_columns(RawForm const& form, RawTable const& table, RawHeader const& header);

/// Reads a row off its columns where all stands in place, else by least-cost alignment.
AlignedRow align_row(RecordRow const& row, std::vector<TableColumn> const& columns);

} // namespace jixiao
