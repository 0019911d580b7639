#include "readers/geometry/rows.hpp"

#include "readers/geometry/labels.hpp"
#include "readers/geometry/row_search.hpp"

namespace jixiao {
namespace {

constexpr double dearest_line = 1.4; // of a table that was understood, on average
constexpr double fewest_lines_to_judge = 12;

/// One reading of a table: how its cells are aligned, and how many first columns hold labels beside several rows.
struct Candidate {
  double price = std::numeric_limits<double>::infinity();
  std::vector<GridRow> rows;
  bool centred = false;
};

Candidate read_rows(PageText const& text, ColumnText const& columns, Measures const& measures, Alignment alignment) {
  RowSearch search(text, columns, measures, alignment);
  std::vector<std::size_t> starts;
  auto const price = search.run(starts);
  return {price, search.rows(starts), alignment == Alignment::middle};
}

/// Reads the rows without their labels, then puts the labels beside them.
Candidate read_rows_beside_labels(PageText const& text, ColumnText const& columns, Measures const& measures,
                                  std::uint16_t label_columns) {
  ColumnText body;
  std::vector<std::uint32_t> labels, origins;
  body.columns = columns.columns;
  for (std::size_t line = 0; line + 1 < columns.begins.size(); ++line) {
    auto const begin = body.segments.size();
    for (auto i = columns.begins[line]; i < columns.begins[line + 1]; ++i)
      if (columns.segments[i].c1 < label_columns)
        labels.push_back(i);
      else
        body.segments.push_back(columns.segments[i]), origins.push_back(i);
    if (body.segments.size() > begin)
      body.begins.push_back(static_cast<std::uint32_t>(begin));
  }
  body.begins.push_back(static_cast<std::uint32_t>(body.segments.size()));
  if (labels.empty() || body.segments.empty())
    return {};
  auto candidate = read_rows(text, body, measures, Alignment::middle);
  for (auto& row : candidate.rows)
    for (auto& cell : row)
      for (auto& index : cell.segments)
        index = origins[index];
  candidate.price += place_labels(text, columns, labels, candidate.rows);
  return candidate;
}

} // namespace

TableRows find_rows(PageText const& text, ColumnText const& columns, Measures const& measures) {
  auto best = read_rows(text, columns, measures, Alignment::top);
  auto const consider = [&](Candidate candidate) {
    if (candidate.price < best.price)
      best = std::move(candidate);
  };
  consider(read_rows(text, columns, measures, Alignment::middle));
  constexpr std::uint16_t most_label_columns = 5;
  for (std::uint16_t n = 1; text.metrics.exact && n <= most_label_columns && n + 1 < columns.columns; ++n)
    consider(read_rows_beside_labels(text, columns, measures, n));
  auto const lines = static_cast<double>(columns.begins.size() - 1);
  if (lines >= fewest_lines_to_judge && best.price > dearest_line * lines)
    return {};
  return {std::move(best.rows), best.centred};
}

} // namespace jixiao
