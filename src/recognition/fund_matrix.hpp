#pragma once

#include "recognition/columns.hpp"
#include "recognition/draft.hpp"

namespace jixiao::recognition {

/// Reads the rows of a fund matrix below its header. Returns the piece behind it.
std::uint32_t read_fund_matrix(Draft& draft, Header const& header, std::uint32_t end);

} // namespace jixiao::recognition
