#include "readers/xlsx/reference.hpp"

#include <algorithm>

namespace jixiao {
namespace {

void skip_dollar(std::string_view& text) { text.remove_prefix(text.starts_with('$') ? 1 : 0); }

/// A number in digits that count from `zero` on in this base; 0 when there is none, `limit` + 1 when it is larger.
std::uint32_t take_number(std::string_view& text, char zero, std::uint32_t base, std::uint32_t limit) {
  std::uint32_t number = 0;
  for (; !text.empty(); text.remove_prefix(1)) {
    auto const upper = text.front() >= 'a' && text.front() <= 'z' ? text.front() - 32 : text.front();
    auto const digit = upper - zero;
    if (digit < 0 || digit >= (base == 26 ? 27 : 10) || (base == 26 && digit == 0))
      break;
    number = std::min(number * base + static_cast<std::uint32_t>(digit), limit + 1);
  }
  return number;
}

} // namespace

std::optional<SheetPlace> read_place(std::string_view text) {
  constexpr char before_a = 'A' - 1;
  skip_dollar(text);
  auto const column = take_number(text, before_a, 26, sheet_columns);
  skip_dollar(text);
  auto const row = take_number(text, '0', 10, sheet_rows);
  if (!text.empty() || column == 0 || column > sheet_columns || row == 0 || row > sheet_rows)
    return std::nullopt;
  return SheetPlace{row - 1, column - 1};
}

std::optional<SheetRange> read_range(std::string_view text) {
  auto const colon = std::min(text.find(':'), text.size());
  auto const first = read_place(text.substr(0, colon));
  auto const last = colon == text.size() ? first : read_place(text.substr(colon + 1));
  if (!first || !last)
    return std::nullopt;
  auto const [top, bottom] = std::minmax(first->row, last->row);
  auto const [left, right] = std::minmax(first->column, last->column);
  return SheetRange{top, left, bottom, right};
}

std::string column_name(std::uint32_t column) {
  std::string name;
  for (++column; column > 0; column = (column - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (column - 1) % 26));
  return name;
}

std::string range_name(SheetRange const& range) {
  auto const place = [](std::uint32_t column, std::uint32_t row) {
    return column_name(column) + std::to_string(row + 1);
  };
  auto const first = place(range.first_column, range.first_row), last = place(range.last_column, range.last_row);
  return first == last ? first : first + ":" + last;
}

} // namespace jixiao
