#pragma once

#include "grid/reading_builder.hpp"
#include "readers/left_out.hpp"
#include "readers/xlsx/styles.hpp"

#include <pugixml.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace jixiao {

/// Rows of lesser heights, in points, and columns of lesser widths, in characters, show nothing of what they hold.
constexpr double lowest_row = 2.1, narrowest_column = 0.15;

/// A cell with something to see in it, or something to say of it. Rows and columns count from 0.
struct SheetCell {
  std::uint32_t row = 0, column = 0;
  std::string_view text;
};

/// Positions of a sheet, ends included.
struct SheetRange {
  std::uint32_t first_row = 0, first_column = 0, last_row = 0, last_column = 0;
};

/// First and last of rows or columns.
struct SheetSpan {
  std::uint32_t first = 0, last = 0;
};

/// What is to be said of a place of the sheet.
struct SheetFinding {
  std::uint32_t row = 0, column = 0;
  TextFinding finding;
};

/// The place of a cell or a finding, for their order.
template <class Item> auto place_of(Item const& item) { return std::tuple(item.row, item.column); }

/// What a sheet says of its cells; nothing of the size that it claims to have.
struct Sheet {
  std::vector<SheetCell> cells; ///< by row, then column; no position twice
  std::vector<SheetRange> merges;
  std::vector<SheetSpan> hidden_rows, hidden_columns;
  std::vector<SheetFinding> findings;
  std::size_t unknown_strings = 0; ///< cells that refer to shared strings that are not there
};

/// What the cells of a workbook have in common.
struct SheetContext {
  std::span<SheetText const> strings;
  CellStyles const& styles;
  bool epoch_1904 = false;
  bool computes_when_opened = false; ///< stored values of formulas may stand in for what nobody has computed
  bool hides_zeros = false;          ///< of a sheet: cells of 0 are shown empty
  std::uint64_t cell_limit = 0;      ///< cells beyond it are not read
  bool tells_unknown_strings = true; ///< at each cell that refers to a shared string which is not there
};

/// Reads the root element of a worksheet. The builder keeps the texts.
Sheet read_sheet(pugi::xml_node root, SheetContext context, ReadingBuilder& builder);

} // namespace jixiao
