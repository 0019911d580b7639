#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"
#include "recognition/groups/row_groups.hpp"

#include <vector>

namespace jixiao::recognition {

/// Forms of one table: the one that it stands in, and for a grid of projects one more for each further project.
using Drafts = std::vector<Draft>;

/// Reads the rows below the header of a table of indicators into the last draft; where the table has a column of
/// projects, each project begins a draft of its own.
struct RecordsRead {
  std::uint32_t next = 0;             ///< the piece behind the table
  std::vector<std::uint32_t> between; ///< the first pieces of rows and lines between the records that are none
};

RecordsRead read_records(Drafts& drafts, Header const& header, std::uint32_t end, LabelFinder const& labels,
                         Evidence const& evidence);

} // namespace jixiao::recognition
