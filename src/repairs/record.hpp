#pragma once

#include "model/fields.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace jixiao {

/// The cells that one field of a record was read from, in reading order.
struct RecordField {
  FieldId field{};
  std::vector<std::uint32_t> cells; ///< indices into Reading::cells
};

using RecordFields = std::vector<RecordField>;

/// A record after repair: which group it belongs to and which cells are its fields.
struct Record {
  std::uint32_t row = 0;      ///< index into Reading::rows of its first row
  std::string level1, level2; ///< empty: not known
  RecordFields fields;
  std::vector<FieldId> repaired;
};

} // namespace jixiao
