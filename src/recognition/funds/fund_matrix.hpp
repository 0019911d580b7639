#pragma once

#include "recognition/columns/columns.hpp"
#include "recognition/fields/draft.hpp"

namespace jixiao::recognition {

/// Reads the rows of a fund matrix below its header. Returns the piece behind it.
std::uint32_t read_fund_matrix(Draft& draft, Header const& header, std::uint32_t end);

} // namespace jixiao::recognition
