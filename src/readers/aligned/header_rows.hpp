#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/lines_to_rows.hpp"
#include "readers/aligned/table_cell.hpp"

namespace jixiao::aligned {

/// A header as a row of labels, or two when some stand above others.
struct HeaderLayout {
  std::vector<SheetRow> rows;
  std::vector<TableCell> cells; ///< by row of these
  RunList strays;               ///< labels that stand above no other
};

HeaderLayout lay_out_header(Sheet const& sheet, Band const& band, Stand stand);

/// Borders between the cells of rows without a header: as few as part them all.
std::vector<double> borders_between(std::span<SheetRow const> rows);

/// How much room the columns of a band have, and which of them holds names.
ColumnInfo columns_of(Sheet const& sheet, RunPlan const& plan, Band const& band);

} // namespace jixiao::aligned
