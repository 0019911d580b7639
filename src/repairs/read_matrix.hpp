#pragma once

#include "forms/claims.hpp"
#include "forms/raw_form.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// A crossing of a row label and a column header.
struct MatrixValue {
  Destination const* row = nullptr;    ///< gives scope and item
  Destination const* column = nullptr; ///< gives the measure
  std::int64_t cell = -1;              ///< index into Reading::cells; -1: nothing is printed there
  bool moved = false;                  ///< the cell does not stand under its header
};

/// Every crossing of the matrix in reading order. Cells that slid are aligned to the columns at least cost.
std::vector<MatrixValue> read_matrix(Page const& page, RawForm const& form, RawTable const& table, ClaimMap& claims);

} // namespace jixiao
