#pragma once

#include "recognition/records/records.hpp"

#include <vector>

namespace jixiao::recognition {

/// What stands below a title holds for every form under it: year, unit of money and the line of the office go to the
/// forms behind it that have no title and print none of their own.
void inherit_lines_above(std::vector<Drafts>& forms);

} // namespace jixiao::recognition
