#include "readers/xlsx/put_sheet.hpp"

#include "readers/xlsx/grid.hpp"
#include "readers/xlsx/merges.hpp"

#include <algorithm>
#include <tuple>

namespace jixiao {
namespace {

/// Findings are put with the cells that they are on; a place without a text has a cell then, too.
void give_findings_cells(Sheet& sheet) {
  std::ranges::stable_sort(sheet.findings, {}, place_of<SheetFinding>);
  auto& cells = sheet.cells;
  auto const known = static_cast<std::ptrdiff_t>(cells.size());
  for (auto const& finding : sheet.findings) {
    bool const is_new =
        known == static_cast<std::ptrdiff_t>(cells.size()) || place_of(cells.back()) != place_of(finding);
    if (is_new && !std::binary_search(cells.begin(), cells.begin() + known, SheetCell{finding.row, finding.column, {}},
                                      [&](auto const& a, auto const& b) { return place_of(a) < place_of(b); }))
      cells.push_back({finding.row, finding.column, {}});
  }
  std::ranges::inplace_merge(cells, cells.begin() + known, {}, place_of<SheetCell>);
}

void put_paragraphs(std::vector<std::string> const& texts, ReadingBuilder& builder) {
  for (auto const& text : texts)
    builder.paragraph({builder.own(text)});
}

} // namespace

bool put_sheet(SheetPlaceInReading const& place, Sheet sheet, SheetSurroundings const& around, Limits const& limits,
               DiagnosticSink& sink, ReadingBuilder& builder) {
  give_findings_cells(sheet);
  report_hidden_cells(place, sheet, sink);
  auto const merges = plan_merges(sheet, limits.cells);
  give_findings_cells(sheet);
  report_sheet(place, sheet, sink);
  builder.set_page(place.page);
  put_paragraphs(around.above, builder);
  if (!sheet.cells.empty())
    lay_out_sheet(sheet, merges, limits, builder);
  put_paragraphs(around.below, builder);
  builder.paragraph({}); // what follows is on no cell
  for (auto const& finding : around.findings)
    builder.note(finding.code, finding.arguments);
  return !sheet.cells.empty();
}

} // namespace jixiao
