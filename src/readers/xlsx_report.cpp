#include "readers/xlsx_report.hpp"

#include "readers/xlsx_reference.hpp"

#include <algorithm>

namespace jixiao {
namespace {

Location location_of(SheetPlaceInReading const& at) {
  Location location;
  location.page = at.page;
  location.table = at.table;
  return location;
}

Location location_of(SheetPlaceInReading const& at, std::uint32_t row, std::uint32_t column) {
  auto location = location_of(at);
  location.row = row;
  location.cell = column;
  return location;
}

void append(std::string& list, std::string const& entry) { list.append(list.empty() ? "" : ", ").append(entry); }

/// "3:5" for each span of rows that has a cell in it.
void append_rows(std::string& list, Sheet const& sheet) {
  for (auto const& span : sheet.hidden_rows) {
    auto const found = std::ranges::lower_bound(sheet.cells, span.first, {}, &SheetCell::row);
    if (found != sheet.cells.end() && found->row <= span.last)
      append(list, std::to_string(span.first + 1) + ":" + std::to_string(span.last + 1));
  }
}

/// "D:F" for each span of columns, as far as there are cells in it.
void append_columns(std::string& list, Sheet const& sheet) {
  if (sheet.hidden_columns.empty())
    return;
  std::vector<bool> used(sheet_columns);
  std::uint32_t width = 0;
  for (auto const& cell : sheet.cells) {
    used[cell.column] = true;
    width = std::max(width, cell.column + 1);
  }
  for (auto const& span : sheet.hidden_columns) {
    auto const last = std::min(span.last + 1, width);
    auto const end = used.begin() + last;
    if (span.first < last && std::find(used.begin() + span.first, end, true) != end)
      append(list, column_name(span.first) + ":" + column_name(last - 1));
  }
}

std::string hidden_parts(SheetPlaceInReading const& at, Sheet const& sheet) {
  std::string list;
  if (sheet.cells.empty())
    return list;
  if (at.entry.hidden)
    return "all cells";
  append_rows(list, sheet);
  append_columns(list, sheet);
  return list;
}

} // namespace

void report_sheet(SheetPlaceInReading const& at, Sheet const& sheet, MergePlan const& plan, DiagnosticSink& sink) {
  if (auto const what = hidden_parts(at, sheet); !what.empty())
    sink.emit(Code::hidden_cells, {{"what", what}, {"sheet", at.entry.name}}, location_of(at));
  if (sheet.unknown_strings > 0)
    sink.emit(Code::damaged_part,
              {{"part", at.entry.part},
               {"problem", "refers to shared strings that are not there; cells left empty: " +
                               std::to_string(sheet.unknown_strings)}},
              location_of(at));
  for (auto const& found : sheet.valueless) {
    auto const where = location_of(at, found.row, found.column);
    if (found.is_text)
      sink.emit(Code::text_as_formula, {{"text", "=" + found.formula}}, where);
    else
      sink.emit(Code::formula_without_value, {{"formula", found.formula}}, where);
  }
  for (auto const& found : plan.covered) {
    auto const& cell = sheet.cells[found.cell];
    sink.emit(Code::covered_text, {{"text", cell.text}, {"range", range_name(plan.dropped[found.merge])}},
              location_of(at, cell.row, cell.column));
  }
}

} // namespace jixiao
