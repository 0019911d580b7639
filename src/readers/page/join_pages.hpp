#pragma once

#include "readers/page/printed_page.hpp"

#include <cstdint>
#include <optional>
#include <vector>

/// Tables that go on from page to page.
namespace jixiao {

/// How a table goes on with the one that ended the page before.
struct Joint {
  std::uint32_t header_rows = 0;   ///< rows at the top that repeat the first ones of the table
  bool row_goes_on = false;        ///< the first row is the rest of the last one
  std::vector<std::uint32_t> onto; ///< for each cell: the cell above that it goes on, or `none`

  static constexpr std::uint32_t none = 0xFFFFFFFF;
};

/// What of a table has been seen: its first rows, and the lines between columns of all pages so far.
struct OpenTable {
  PrintedTable const* first = nullptr;
  PrintedTable const* last = nullptr;
  std::vector<bool> told; ///< which cells of the last part have text in it or in an earlier one; empty: unknown
};

/// Says how `next` goes on with a table that ended the page before; nothing when it does not: the columns differ, or it
/// begins as the table did, with values of its own.
std::optional<Joint> join_tables(OpenTable const& open, PrintedTable const& next);

} // namespace jixiao
