#pragma once

#include "recognition/columns.hpp"
#include "recognition/draft.hpp"

#include <vector>

namespace jixiao::recognition {

/// Forms of one table: the one that it stands in, and for a grid of projects one more for each further project.
using Drafts = std::vector<Draft>;

/// Reads the rows below the header of a table of indicators into the last draft; where the table has a column of
/// projects, each project begins a draft of its own. Returns the piece behind the table.
std::uint32_t read_records(Drafts& drafts, Header const& header, std::uint32_t end, LabelFinder const& labels);

/// Reads the row that ends the table: 总分 | 100 | 98 | 优. Returns the piece behind it.
std::uint32_t read_total(Draft& draft, std::uint32_t label, std::uint32_t end, std::vector<Column> const& columns);

} // namespace jixiao::recognition
