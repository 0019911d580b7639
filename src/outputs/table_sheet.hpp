#pragma once

#include "outputs/workbook_file.hpp"
#include "writers/tables.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace jixiao {

/// How many rows a sheet has room for, its header row among them.
constexpr std::uint64_t rows_of_sheet = LXW_ROW_MAX;

/// A table in a workbook: the sheet "indicators" and, where its rows are too many for one, "indicators (2)" and so on,
/// each with a header row that stays in sight and a filter. Cells are put left to right, rows top down.
class TableSheet {
public:
  /// Makes the first sheet. Throws OutputError, as all that puts cells.
  TableSheet(WorkbookFile& file, std::string_view name, std::span<TableColumn const> columns,
             std::uint64_t room = rows_of_sheet);

  void empty() { next_column(); }
  void text(std::string_view escaped, lxw_format* format);
  /// As a number, or as a text where a number would lose digits: it holds 15 of them.
  void number(std::string_view digits);
  /// A cell that leads to a place of this workbook: `'indicators (2)'!A5`. Digits stay a number.
  void link(std::string_view place, std::string_view shown);
  void end_row();

  /// Sets the filters.
  void finish();

  std::uint64_t rows() const { return rows_; } ///< that are ended, in all of its sheets
  /// Of a column of the row with this index: `'indicators (2)'!C5`.
  std::string place(std::uint64_t row, std::size_t column = 0) const;
  std::size_t column() const { return column_; } ///< that is put next
  TableColumn const& heading() const { return columns_[column_]; }

private:
  std::string sheet_name(std::uint64_t index) const;
  void add_sheet();
  void set_filter();
  lxw_col_t next_column();
  lxw_row_t row() const { return static_cast<lxw_row_t>(rows_ % (room_ - 1) + 1); }

  WorkbookFile& file_;
  std::string_view name_;
  std::span<TableColumn const> columns_;
  std::uint64_t room_;
  lxw_worksheet* sheet_ = nullptr;
  std::uint64_t sheets_ = 0;
  std::uint64_t rows_ = 0;
  std::size_t column_ = 0;
};

} // namespace jixiao
