#pragma once

#include "recognition/pieces/pieces.hpp"

#include <cstdint>
#include <span>
#include <vector>

/// The rows of one goal.
namespace jixiao::recognition {

struct RowTexts {
  std::vector<std::uint32_t> texts; ///< cells that hold something
  std::uint32_t end = 0;            ///< the piece behind the row
};

/// From the piece `at` to the end of its row, or to `end`.
RowTexts texts_of_row(Page const& page, std::uint32_t at, std::uint32_t end);

/// 目标1 | text over 目标2 | text: adds the texts of the rows below to those of the first, and returns the piece behind
/// them.
std::uint32_t take_numbered_rows(Page const& page, std::vector<std::uint32_t>& texts, std::uint32_t at,
                                 std::uint32_t end);

/// 调整前 | text
bool tells_change(Page const& page, std::span<std::uint32_t const> texts);

} // namespace jixiao::recognition
