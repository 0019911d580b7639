#include "outputs/table_sheet.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace jixiao {

namespace {

constexpr std::size_t exact_digits = 15; // of a double

/// What a sheet can show of a number as it was printed.
struct SheetNumber {
  double value = 0;
  std::size_t scale = 0; ///< digits behind the point
};

/// Nothing when the number has more digits than a double is exact for. Zeros at its end are shown by its format.
std::optional<SheetNumber> sheet_number(std::string_view digits) {
  auto const point = std::min(digits.find('.'), digits.size());
  auto const first = digits.find_first_of("123456789"), last = digits.find_last_of("123456789");
  if (first != digits.npos && last - first + 1 - (first < point && point < last ? 1 : 0) > exact_digits)
    return std::nullopt;
  SheetNumber number;
  std::from_chars(digits.data(), digits.data() + digits.size(), number.value);
  number.scale = digits.size() - std::min(point + 1, digits.size());
  return number;
}

/// A text inside a formula.
std::string formula_text(std::string_view text) {
  std::string out = "\"";
  for (char const c : text)
    (out += c) += c == '"' ? "\"" : "";
  return out + '"';
}

void describe(lxw_worksheet* sheet, lxw_col_t column, TableColumn const& heading) {
  auto const description = std::string(heading.title) + ": " + std::string(heading.description);
  lxw_comment_options options{};
  options.x_scale = 1.6;
  worksheet_write_comment_opt(sheet, 0, column, description.c_str(), &options);
}

} // namespace

TableSheet::TableSheet(WorkbookFile& file, std::string_view name, std::span<TableColumn const> columns,
                       std::uint64_t room)
    : file_(file), name_(name), columns_(columns), room_(room) {
  add_sheet();
}

std::string TableSheet::sheet_name(std::uint64_t index) const {
  return std::string(name_) + (index == 0 ? "" : " (" + std::to_string(index + 1) + ")");
}

void TableSheet::add_sheet() {
  sheet_ = file_.add_sheet(sheet_name(sheets_++));
  worksheet_freeze_panes(sheet_, 1, 0);
  // Codes are texts that look like numbers; a mark on each of them would be no news.
  worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    auto const column = static_cast<lxw_col_t>(i);
    std::string const name(columns_[i].name);
    constexpr std::size_t button = 4; // of the filter
    auto const width = std::max(static_cast<std::size_t>(columns_[i].width), name.size() + button);
    worksheet_set_column(sheet_, column, column, static_cast<double>(width), nullptr);
    worksheet_write_string(sheet_, 0, column, name.c_str(), file_.formats().header);
    describe(sheet_, column, columns_[i]);
  }
}

void TableSheet::set_filter() {
  auto const last = rows_ - (sheets_ - 1) * (room_ - 1);
  worksheet_autofilter(sheet_, 0, 0, static_cast<lxw_row_t>(last), static_cast<lxw_col_t>(columns_.size() - 1));
}

/// A sheet is made when its first row begins: the last one may be full to the last row.
lxw_col_t TableSheet::next_column() {
  if (column_ == 0 && rows_ == sheets_ * (room_ - 1)) {
    set_filter();
    add_sheet();
  }
  return static_cast<lxw_col_t>(column_++);
}

void TableSheet::text(std::string_view escaped, lxw_format* format) {
  auto const column = next_column();
  worksheet_write_string(sheet_, row(), column, std::string(escaped).c_str(), format);
}

void TableSheet::number(std::string_view digits) {
  auto const number = sheet_number(digits);
  if (!number)
    return text(digits, file_.formats().digits);
  auto const column = next_column();
  worksheet_write_number(sheet_, row(), column, number->value, file_.formats().number(number->scale));
}

void TableSheet::link(std::string_view place, std::string_view shown) {
  // A formula, since a sheet has room for 65,530 links of the other kind, and all of them would stay in memory.
  auto const start = "=HYPERLINK(" + formula_text("#" + std::string(place)) + ",";
  auto const is_number = heading().kind != ColumnKind::text;
  auto* const format = is_number ? file_.formats().number_link : file_.formats().link;
  auto const column = next_column();
  std::string const result(shown);
  if (is_number)
    worksheet_write_formula_num(sheet_, row(), column, (start + result + ")").c_str(), format,
                                sheet_number(shown).value_or(SheetNumber{}).value);
  else
    worksheet_write_formula_str(sheet_, row(), column, (start + formula_text(shown) + ")").c_str(), format,
                                result.c_str());
}

void TableSheet::end_row() {
  column_ = 0;
  ++rows_;
}

void TableSheet::finish() { set_filter(); }

std::string TableSheet::place(std::uint64_t row, std::size_t column) const {
  char cell[LXW_MAX_CELL_NAME_LENGTH];
  lxw_rowcol_to_cell(cell, static_cast<lxw_row_t>(row % (room_ - 1) + 1), static_cast<lxw_col_t>(column));
  return "'" + sheet_name(row / (room_ - 1)) + "'!" + cell;
}

} // namespace jixiao
