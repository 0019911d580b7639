#include "readers/xlsx/place_drawings.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <span>
#include <tuple>

namespace jixiao {

DrawingPlacer::DrawingPlacer(Sheet& sheet, ReadingBuilder& builder, SheetSurroundings& around)
    : sheet_(sheet), builder_(builder), around_(around), known_(sheet.cells.size()) {
  for (auto const& cell : sheet.cells)
    last_row_ = std::max(last_row_, cell.row), last_column_ = std::max(last_column_, cell.column);
}

void DrawingPlacer::take(SheetDrawing drawing) {
  if (!drawing.unread.empty())
    add(drawing.first_row, drawing.first_column, {Code::graphic_not_read, {{"what", drawing.unread}}});
  for (auto& finding : drawing.findings)
    around_.findings.push_back(std::move(finding));
  if (is_blank(drawing.text))
    return;
  auto const place = origin(drawing.first_row, drawing.first_column);
  auto* const cell = find(place.row, place.column);
  bool const is_inside = drawing.is_control || covers(drawing, place);
  if (is_inside && drawing.first_row <= last_row_ && (cell == nullptr || drawing.is_control || is_blank(cell->text)))
    return set_text(place, cell, drawing.text);
  bool const is_above = sheet_.cells.empty() || drawing.first_row < sheet_.cells.front().row;
  bool const has_label = drawing.text.find("：") != std::string::npos || drawing.text.find(':') != std::string::npos;
  if (is_above)
    around_.above.push_back(std::move(drawing.text));
  else if (has_label)
    around_.below.push_back(std::move(drawing.text));
  else
    around_.findings.push_back({Code::note_beside, {{"what", "a text box"}, {"text", std::move(drawing.text)}}});
}

/// The place, or that of the merged cell that covers it.
DrawingPlacer::Place DrawingPlacer::origin(std::uint32_t row, std::uint32_t column) const {
  for (auto const& merge : sheet_.merges)
    if (merge.first_row <= row && row <= merge.last_row && merge.first_column <= column && column <= merge.last_column)
      return {merge.first_row, merge.first_column, merge.last_row, merge.last_column};
  return {row, column, row, column};
}

/// True when the drawing does not reach out of the cell; one that ends where the next cell begins does not.
bool DrawingPlacer::covers(SheetDrawing const& drawing, Place const& place) {
  return drawing.last_row <= place.last_row + 1 && drawing.last_column <= place.last_column + 1;
}

SheetCell* DrawingPlacer::find(std::uint32_t row, std::uint32_t column) {
  auto const known = std::span(sheet_.cells).subspan(0, known_);
  auto const found = std::ranges::lower_bound(known, std::tuple(row, column), {},
                                              [](SheetCell const& cell) { return std::tuple(cell.row, cell.column); });
  if (found != known.end() && found->row == row && found->column == column)
    return &*found;
  auto const added =
      std::ranges::find_if(sheet_.cells.begin() + static_cast<std::ptrdiff_t>(known_), sheet_.cells.end(),
                           [&](SheetCell const& cell) { return cell.row == row && cell.column == column; });
  return added == sheet_.cells.end() ? nullptr : &*added;
}

void DrawingPlacer::set_text(Place const& place, SheetCell* cell, std::string const& text) {
  if (cell == nullptr)
    return sheet_.cells.push_back({place.row, place.column, builder_.own(text)}), void();
  cell->text = builder_.own(is_blank(cell->text) ? text : std::string(cell->text).append(" ").append(text));
}

void DrawingPlacer::add(std::uint32_t row, std::uint32_t column, TextFinding finding) {
  if (sheet_.cells.empty() || row > last_row_ || column > last_column_ || row < sheet_.cells.front().row)
    return around_.findings.push_back(std::move(finding));
  auto const place = origin(row, column);
  if (find(place.row, place.column) == nullptr)
    sheet_.cells.push_back({place.row, place.column, {}});
  sheet_.findings.push_back({place.row, place.column, std::move(finding)});
}

void DrawingPlacer::put_in_order() {
  auto const before = [](auto const& a, auto const& b) { return place_of(a) < place_of(b); };
  std::ranges::stable_sort(sheet_.cells, before);
  std::ranges::stable_sort(sheet_.findings, before);
}

} // namespace jixiao
