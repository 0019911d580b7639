#include "recognition/groups/weighed.hpp"

namespace jixiao::recognition {

void keep_table(Page const& page, std::span<Column const> columns, std::span<RecordSpan const> spans,
                std::span<RowGroup const> groups) {
  if (page.weighed)
    page.weighed->tables.push_back(
        {{columns.begin(), columns.end()}, {spans.begin(), spans.end()}, {groups.begin(), groups.end()}});
}

void keep_row(Page const& page, std::span<Column const> columns, std::span<RowCell const> cells,
              Alignment const& alignment) {
  if (!page.weighed || cells.empty())
    return;
  RecordSpan span;
  span.first = cells.front().piece, span.end = cells.back().piece + 1;
  span.cells.assign(cells.begin(), cells.end());
  span.alignment = alignment;
  span.in_place = page.borders <= Borders::gridded;
  keep_table(page, columns, std::span(&span, 1), {});
}

} // namespace jixiao::recognition
