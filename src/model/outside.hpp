#pragma once

#include "forms/claims.hpp"
#include "forms/page.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao {

/// Rows that a form takes: [first_row, end_row).
struct RowRange {
  std::uint32_t first_row = 0, end_row = 0;
};

/// Reads what stands outside the forms: the document's title, its list of contents and its prose sections. Gives the
/// row of the title.
std::optional<std::uint32_t> read_outside(Page const& page, std::vector<RowRange> const& forms, ClaimMap& claims,
                                          Document& document);

} // namespace jixiao
