#pragma once

#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Decides what kind of form a draft is. What it holds decides between targets, results and monitoring, its title
/// between a declaration and a table of targets; where the two disagree, it is said.
void settle_family(Draft& draft);

} // namespace jixiao::recognition
