#pragma once

#include "readers/lines.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace jixiao::frame {

/// Columns of a printed table, one block of lines.
struct Block {
  std::vector<std::string_view> names; ///< of the columns; "..." stands for such as were left out
  std::vector<std::vector<std::string_view>> rows;
  std::vector<std::size_t> index; ///< of each row
  std::vector<std::size_t> lines; ///< on which each row stands
  std::vector<std::size_t> gaps;  ///< rows before which others were left out
  std::size_t first = 0, end = 0; ///< lines
  bool open = false;              ///< further columns stand in the block below
};

/// The block whose names stand on a line; one column is enough where it goes on with a table.
std::optional<Block> block_at(std::span<Line const> lines, std::size_t first, bool goes_on = false);

} // namespace jixiao::frame
