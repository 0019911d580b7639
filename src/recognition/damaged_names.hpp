#pragma once

#include "recognition/records/records.hpp"

#include <string>
#include <vector>

namespace jixiao::recognition {

/// Reads what edges of columns have damaged as what the document prints elsewhere: names of projects by its list of
/// contents, in the order of both; offices by those printed whole, or put together alike in several places; the unit of
/// the amounts by a form that prints its label whole. Each is told of (R418).
void mend_names(std::vector<Drafts>& forms, Page& page, std::vector<std::string> const& contents);

} // namespace jixiao::recognition
