#include "readers/xlsx/report.hpp"

#include "readers/xlsx/hidden.hpp"
#include "readers/xlsx/reference.hpp"

#include <algorithm>

namespace jixiao {
namespace {

Location location_of(SheetPlaceInReading const& at) {
  Location location;
  location.page = at.page;
  location.table = at.table;
  return location;
}

/// "3:5, D:F": spans, up to so many that a person still reads them.
class SpanList {
public:
  void add(std::string const& first, std::string const& last) {
    constexpr int most = 20;
    if (++count_ <= most)
      text_.append(text_.empty() ? "" : ", ").append(first).append(":").append(last);
    else if (count_ == most + 1)
      text_ += ", …";
  }

  std::string take() && { return std::move(text_); }

private:
  std::string text_;
  int count_ = 0;
};

/// Spans of rows with a cell in them.
void add_rows(SpanList& list, Sheet const& sheet) {
  for (auto const& span : sheet.hidden_rows) {
    auto const found = std::ranges::lower_bound(sheet.cells, span.first, {}, &SheetCell::row);
    if (found != sheet.cells.end() && found->row <= span.last)
      list.add(std::to_string(span.first + 1), std::to_string(span.last + 1));
  }
}

/// By column: whether it is hidden and has a cell in it.
std::vector<bool> hidden_used_columns(Sheet const& sheet) {
  std::vector<std::int64_t> changes(sheet_columns + 1);
  for (auto const& span : sheet.hidden_columns)
    ++changes[span.first], --changes[span.last + 1];
  std::vector<bool> used(sheet_columns), found(sheet_columns);
  for (auto const& cell : sheet.cells)
    used[cell.column] = true;
  std::int64_t hidden = 0;
  for (std::uint32_t column = 0; column < sheet_columns; ++column)
    found[column] = (hidden += changes[column]) > 0 && used[column];
  return found;
}

void add_columns(SpanList& list, Sheet const& sheet) {
  if (sheet.hidden_columns.empty())
    return;
  auto const hidden = hidden_used_columns(sheet);
  for (std::uint32_t column = 0; column < sheet_columns; ++column) {
    auto const first = column;
    while (column < sheet_columns && hidden[column])
      ++column;
    if (column > first)
      list.add(column_name(first), column_name(column - 1));
  }
}

std::string hidden_parts(Sheet const& sheet) {
  if (sheet.cells.empty())
    return {};
  SpanList list;
  add_rows(list, sheet);
  add_columns(list, sheet);
  return std::move(list).take();
}

} // namespace

void report_hidden_sheet(SheetPlaceInReading const& at, Sheet const& sheet, DiagnosticSink& sink) {
  Location location;
  location.page = at.page;
  if (auto const texts = texts_of(sheet); !texts.empty())
    sink.emit(Code::hidden_cells, {{"what", "all cells"}, {"sheet", at.entry.name}, {"text", texts}}, location);
}

void report_hidden_cells(SheetPlaceInReading const& at, Sheet& sheet, DiagnosticSink& sink) {
  auto const what = hidden_parts(sheet);
  auto const texts = take_out_hidden(sheet);
  if (!what.empty())
    sink.emit(Code::hidden_cells, {{"what", what}, {"sheet", at.entry.name}, {"text", texts}}, location_of(at));
}

void report_sheet(SheetPlaceInReading const& at, Sheet const& sheet, DiagnosticSink& sink) {
  if (sheet.unknown_strings > 0)
    sink.emit(Code::damaged_part,
              {{"part", at.entry.part},
               {"problem", "refers to shared strings that are not there; cells left empty: " +
                               std::to_string(sheet.unknown_strings)}},
              location_of(at));
}

} // namespace jixiao
