#pragma once

#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Reads a block of goals from its first label on: texts beside their labels, or below a row of labels. Returns the
/// piece behind it.
std::uint32_t read_goals(Draft& draft, std::uint32_t first, std::uint32_t end);

} // namespace jixiao::recognition
