#pragma once

#include "grid/reading_builder.hpp"
#include "readers/xlsx/sheet.hpp"

#include <span>

namespace jixiao {

/// Lays the cells of a sheet out as a table, row by row; `merges` as plan_merges gives them. A few rows without a cell
/// are empty rows, more are a gap, so that what a sheet claims to be in size costs nothing.
void lay_out_sheet(Sheet const& sheet, std::span<SheetRange const> merges, Limits const& limits,
                   ReadingBuilder& builder);

} // namespace jixiao
