#pragma once

#include "forms/claims.hpp"
#include "grid/reading.hpp"

#include <cstdint>
#include <string>

namespace jixiao {

/// The pointer of what would have been read from a cell that a finding left empty, so that nothing took it: the field
/// that the label before it names, an indicator, the amounts or the goals that its row is part of, or the form. Empty
/// when the row is part of none.
std::string pointer_of_empty_cell(Reading const& reading, ClaimMap const& claims, std::uint32_t cell);

} // namespace jixiao
