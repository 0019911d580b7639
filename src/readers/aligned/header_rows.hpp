#pragma once

#include "readers/aligned/band.hpp"
#include "readers/aligned/lines_to_rows.hpp"

namespace jixiao::aligned {

constexpr std::size_t no_parent = static_cast<std::size_t>(-1);

/// The parent of each leaf of a header of two rows, an index into its labels; none for leaves that reach over both
/// rows.
std::vector<std::size_t> share_leaves(Band const& band, std::vector<std::size_t> const& parents, Stand stand);

/// Borders between the cells of rows without a header: as few as part them all.
std::vector<double> borders_between(std::span<SheetRow const> rows);

/// How much room the columns of a band have, and which of them holds names.
ColumnInfo columns_of(Sheet const& sheet, RunPlan const& plan, Band const& band);

} // namespace jixiao::aligned
