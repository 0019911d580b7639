#pragma once

#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Reads a spending schedule (资金支出计划): behind its label the steps in one row, below each its share in the next.
/// Returns the piece behind it.
std::uint32_t read_schedule(Draft& draft, std::uint32_t label, std::uint32_t end);

} // namespace jixiao::recognition
