#pragma once

#include "forms/candidates.hpp"
#include "forms/form_grammar.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// A form as it was found in the source: which cells belong to which field, nothing interpreted yet.
namespace jixiao {

/// The cells of one field. `text` is set where the value is only a part of a cell.
struct RawField {
  Destination const* destination = nullptr; ///< the grammar's; null for fields without one (line fields)
  FieldId field{};
  std::int64_t label_cell = -1;           ///< index into Reading::cells
  std::vector<std::uint32_t> value_cells; ///< in order; several where extraction broke a text over cells
  std::string_view text;
  std::optional<FieldId> runner_up; ///< the field it would be of if its row lacked a covered cell
};

/// A column of a table as printed.
struct RawColumn {
  std::uint16_t rule = 0; ///< index into the block's columns
  std::int32_t x = 0;
  std::int32_t last_x = 0; ///< beyond x where the header is repeated over the columns it covers
  std::uint32_t cell = 0;  ///< the header cell
};

/// One printed header; a table cut by pages may repeat it with other columns.
struct RawHeader {
  std::vector<RawColumn> columns; ///< left to right
  std::uint32_t width = 0;        ///< cells in the header row
};

struct RawRow {
  std::uint32_t row = 0; ///< index into Reading::rows
  std::uint16_t header = 0;
};

/// The rows between a header and the end of its table.
struct RawTable {
  std::uint16_t block = 0; ///< index into FormGrammar::records or ::matrices
  std::vector<RawHeader> headers;
  std::vector<RawRow> rows;
};

struct RawForm {
  FormCandidate candidate;
  FormGrammar const* grammar = nullptr;
  std::vector<RawField> fields;
  std::vector<RawTable> records;
  std::vector<RawTable> matrices;
  std::vector<LabelRule const*> missing; ///< labels of the grammar that lead to a field and are nowhere printed
  bool covered_cells_dropped = false;    ///< rows lack the cells that a merged cell above or beside them covers
};

} // namespace jixiao
