#pragma once

#include "json/json_tree.hpp"

#include <jixiao/expectation.hpp>

namespace jixiao {

/// Appends where `actual` is not as stated. Of an object only the members stated count, unless it states
/// `"$exact": true`; of an array every element counts, unless the statement is an object whose keys are indices (and
/// `$count`). Numbers are equal by value; below `$exact`, by their digits.
void compare_documents(JsonTree const& stated, JsonTree const& actual, std::vector<Difference>& out);

/// What `stated` states, with the values of `actual`.
JsonTree restated(JsonTree const& stated, JsonTree const& actual);

} // namespace jixiao
