#pragma once

#include "recognition/rows/rows.hpp"

#include <vector>

namespace jixiao::recognition {

/// Some extractions print a merged cell in the middle of the rows that it covers. In a grid of projects that does, so
/// that its first rows have nothing of one, the cells of each project are put where its rows begin: those between two
/// projects go where both stand in the middle of theirs, and the groups of indicators begin anew. Rows that this leaves
/// open are marked (RecordSpan::placed). True when it is such a grid. Linear in the cells.
bool put_projects_first(Page const& page, std::vector<Column> const& columns, std::vector<RecordSpan>& spans);

} // namespace jixiao::recognition
