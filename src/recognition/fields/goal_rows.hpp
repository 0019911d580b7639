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

/// 年度目标 | (blank) over 承办事由 | 某项目 at the piece `below`: on a grid with spans a pair is none of the goals.
bool are_left_blank(Page const& page, std::span<std::uint32_t const> labels, std::uint32_t below);

/// 序号 | 年度绩效目标 | 实际完成情况: the number of the goal beside it, left of the columns that begin at `x`.
bool is_number_before(Page const& page, std::uint32_t index, std::uint16_t x);

/// 绩效目标 | 产出目标 | 数量: the groups of a table without a header.
bool is_group_before_another(Page const& page, std::uint32_t index, std::uint32_t end);

/// 412.00 | 99.00% behind a text, below labels of the row above.
bool is_figure(Piece const& piece);

bool ends_sentence(std::string_view text);

} // namespace jixiao::recognition
