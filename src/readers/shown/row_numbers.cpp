#include "readers/shown/row_numbers.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace jixiao {
namespace {

constexpr std::size_t fewest_numbered = 6;

std::optional<std::size_t> number_in(Cell const& cell) {
  auto const text = trim(cell.text);
  std::size_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  bool const is_number = error == std::errc() && end == text.data() + text.size() && text == std::to_string(number);
  return is_number ? std::optional(number) : std::nullopt;
}

bool is_nameless(Cell const& cell) { return is_blank(cell.text) || trim(cell.text) == "Unnamed: 0"; }

/// Names of columns in their order: A to Z, AA, AB.
bool is_column_name(std::string_view text, std::size_t number) {
  std::string name;
  for (++number; number > 0; number = (number - 1) / 26)
    name.insert(name.begin(), static_cast<char>('A' + (number - 1) % 26));
  return text == name;
}

class RowNumbers {
public:
  explicit RowNumbers(Reading& reading) : reading_(reading) {}

  void look_at(Block const& block) {
    auto rows = std::span(reading_.rows).subspan(block.first_row, block.row_count);
    if (rows.size() < fewest_numbered || std::ranges::any_of(rows, [](Row const& row) { return row.cell_count < 2; }))
      return;
    bool const has_head = is_nameless(first_of(rows.front()));
    auto const numbered = rows.subspan(has_head ? 1 : 0);
    auto const begin = number_in(first_of(numbered.front()));
    bool const is_sheet = has_head && has_column_names(rows.front());
    bool const fits = begin && (is_sheet ? rise(numbered) : *begin <= (has_head ? 0U : 1U) && counts(numbered, *begin));
    if (!fits)
      return;
    report(first_of(numbered.front()), *begin, *number_in(first_of(numbered.back())), "the rows");
    for (auto const& row : rows)
      first_of(row).text = {};
    if (has_head)
      leave_out_head(rows.front());
  }

private:
  Cell& first_of(Row const& row) { return reading_.cells[row.first_cell]; }

  bool counts(std::span<Row const> rows, std::size_t number) {
    return std::ranges::all_of(rows, [&](Row const& row) { return number_in(first_of(row)) == number++; });
  }

  /// Of a sheet that was printed with its headings: numbers of hidden rows are left out.
  bool rise(std::span<Row const> rows) {
    std::size_t last = 0;
    return std::ranges::all_of(rows, [&](Row const& row) {
      auto const number = number_in(first_of(row));
      bool const rises = number && *number > last;
      last = number.value_or(last);
      return rises;
    });
  }

  std::span<Cell> behind_first(Row const& row) {
    return std::span(reading_.cells).subspan(row.first_cell + 1, row.cell_count - 1);
  }

  bool has_column_names(Row const& row) {
    constexpr std::size_t fewest = 3;
    std::size_t number = 0;
    return row.cell_count > fewest && std::ranges::all_of(behind_first(row), [&](Cell const& cell) {
             return is_column_name(trim(cell.text), number++);
           });
  }

  void leave_out_head(Row const& row) {
    auto const cells = behind_first(row);
    std::size_t number = 0;
    bool const is_sheet = has_column_names(row);
    if (!is_sheet && !std::ranges::all_of(cells, [&](Cell const& cell) { return number_in(cell) == number++; }))
      return;
    report(cells.front(), is_sheet ? 1 : 0, is_sheet ? cells.size() : cells.size() - 1, "the columns");
    for (auto& cell : cells)
      cell.text = {};
  }

  void report(Cell const& cell, std::size_t first, std::size_t last, std::string what) {
    auto const index = static_cast<std::uint32_t>(&cell - reading_.cells.data());
    reading_.notes.push_back(
        {index,
         Code::row_numbers,
         {{"first", std::to_string(first)}, {"last", std::to_string(last)}, {"what", std::move(what)}}});
  }

  Reading& reading_;
};

} // namespace

void leave_out_row_numbers(Reading& reading) {
  RowNumbers numbers(reading);
  for (auto const& block : reading.blocks)
    if (block.kind == BlockKind::table)
      numbers.look_at(block);
}

} // namespace jixiao
