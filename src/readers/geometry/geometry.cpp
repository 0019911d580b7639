#include "readers/geometry/geometry.hpp"

#include "readers/geometry/paragraphs.hpp"
#include "readers/geometry/regions.hpp"
#include "readers/geometry/rows.hpp"
#include "readers/geometry/spread.hpp"
#include "readers/geometry/text_lines.hpp"
#include "readers/geometry/wraps.hpp"

#include <algorithm>
#include <cmath>

namespace jixiao {
namespace {

Piece piece_of(PageText const& text, ColumnText const& columns, Measures const& measures, GridCell const& cell,
               ReadingBuilder& builder) {
  if (cell.segments.empty())
    return {};
  auto const& first = columns.segments[cell.segments.front()];
  auto piece = place_of(text, first.first, first.last);
  if (cell.segments.size() == 1 && first.last - first.first == 1)
    return piece;
  std::string joined;
  Segment const* above = nullptr;
  for (auto const index : cell.segments) {
    auto const& segment = columns.segments[index];
    append_wrapped(joined, text_of(text, segment.first, segment.last),
                   above == nullptr || measures.room(*above, segment) != Room::left);
    above = &segment;
  }
  piece.text = builder.own(std::move(joined));
  return piece;
}

void add_row(PageText const& text, ColumnText const& columns, Measures const& measures, GridRow const& row,
             std::vector<std::uint32_t>& covered, ReadingBuilder& builder) {
  builder.begin_row();
  std::uint32_t x = 0;
  auto const blank_up_to = [&](std::uint32_t end) {
    for (; x < end; ++x)
      if (covered[x] == 0)
        builder.cell({});
  };
  for (auto const& cell : row) {
    blank_up_to(cell.c0);
    builder.cell(piece_of(text, columns, measures, cell, builder), cell.c1 - cell.c0 + 1U, cell.y_span);
    for (x = cell.c0; x <= cell.c1; ++x)
      covered[x] = cell.y_span;
  }
  blank_up_to(columns.columns);
  for (auto& rows : covered)
    rows -= rows > 0 ? 1 : 0;
  builder.end_row();
}

void add_garbled_table(PageText const& text, Region const& region, ReadingBuilder& builder, DiagnosticSink& sink) {
  auto const& first = text.words[text.lines[region.first].first];
  Location at;
  at.page = text.lines[region.first].page;
  at.line = first.line;
  sink.emit(Code::garbled_columns, {}, at);
  for (auto i = region.first; i < region.last; ++i)
    add_line(text, text.lines[i], builder);
}

void add_table(PageText const& text, Region const& region, ColumnText const& columns,
               std::span<ColumnText const* const> alike, ReadingBuilder& builder, DiagnosticSink& sink) {
  Measures const measures(text, columns, alike);
  auto table = columns.clear ? find_rows(text, columns, measures) : TableRows{};
  if (table.rows.empty())
    return add_garbled_table(text, region, builder, sink);
  spread_centred_cells(text, columns, table);
  std::vector<std::uint32_t> covered(columns.columns, 0);
  builder.set_page(text.lines[region.first].page);
  builder.begin_table();
  for (auto const& row : table.rows)
    add_row(text, columns, measures, row, covered, builder);
  builder.end_table();
}

/// Where each column's texts begin.
std::vector<double> starts_of(ColumnText const& columns) {
  std::vector<double> starts(columns.columns, -1);
  for (auto const& segment : columns.segments)
    if (auto& start = starts[segment.c0]; start < 0 || segment.x0 < start)
      start = segment.x0;
  return starts;
}

/// True when the columns of two tables begin at nearly the same places.
bool are_alike(std::vector<double> const& a, std::vector<double> const& b, double em) {
  if (a.size() != b.size())
    return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i] >= 0 && b[i] >= 0 && std::abs(a[i] - b[i]) > 4 * em)
      return false;
  return true;
}

/// The tables of one make with each table.
std::vector<std::vector<ColumnText const*>> find_alike(std::vector<ColumnText> const& columns, double em) {
  constexpr std::size_t reach = 16; // tables before and behind, so that time stays linear
  std::vector<std::vector<double>> starts;
  for (auto const& of : columns)
    starts.push_back(of.begins.empty() ? std::vector<double>{} : starts_of(of));
  std::vector<std::vector<ColumnText const*>> alike(columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (auto j = i > reach ? i - reach : 0; j < std::min(columns.size(), i + reach); ++j)
      if (!columns[i].begins.empty() && !columns[j].begins.empty() && are_alike(starts[i], starts[j], em))
        alike[i].push_back(&columns[j]);
  return alike;
}

} // namespace

void read_geometry(std::vector<RawPage> pages, Metrics const& metrics, ReadingBuilder& builder, DiagnosticSink& sink) {
  auto text = make_page_text(std::move(pages), metrics);
  auto const regions = find_regions(text);
  auto const measure = measure_prose(text, regions);
  std::vector<ColumnText> columns(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].is_table)
      columns[i] = find_columns(text, regions[i].first, regions[i].last);
  auto const alike = find_alike(columns, text.metrics.em);
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].is_table)
      add_table(text, regions[i], columns[i], alike[i], builder, sink);
    else
      add_paragraphs(text, regions[i], measure, builder);
}

} // namespace jixiao
