#include "grammars/indicator_value.hpp"
#include "text/alike.hpp"
#include "restore/scraped_records.hpp"

#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace jixiao {
namespace {

/// Lines of a cell: extraction leaves a space between ideographs where a line was wrapped.
int printed_lines(std::string_view text) {
  int lines = 1;
  for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1))
    if (at > 0 && at + 1 < text.size() &&
        (is_chinese(character_before(text, at).value) || is_chinese(character_at(text, at + 1).value)))
      ++lines;
  return lines;
}

std::optional<Decimal> number_in(RecordLine const& line, int column) {
  if (column < 0 || line.cells[static_cast<std::size_t>(column)].empty())
    return std::nullopt;
  return parse_decimal(line.cells[static_cast<std::size_t>(column)].front().text);
}

} // namespace

int column_index(ScrapedColumns const& columns, FieldId field) {
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (columns[i].field == field)
      return static_cast<int>(i);
  return -1;
}

bool is_noise(std::string_view text) {
  return ideographs_of(text).empty() && !parse_decimal(text) &&
         grammars::read_indicator_value(text).kind != ValueKind::quantity;
}

std::string text_of(RecordLine const& line, int column) {
  std::vector<std::string_view> pieces;
  if (column >= 0)
    for (auto const& token : line.cells[static_cast<std::size_t>(column)])
      pieces.push_back(token.text);
  return join_cut(pieces);
}

RecordLine read_record_line(ScrapedRow const& row, ScrapedColumns const& columns) {
  RecordLine line{row.row, row.block, {}, 0, false, false, {}, {}};
  line.cells.resize(columns.size());
  for (auto const& token : row.tokens) {
    auto const column = std::find_if(columns.begin(), columns.end(),
                                     [&](ScrapedColumn const& c) { return c.x <= token.x && token.x <= c.last_x; });
    if (column == columns.end())
      continue;
    line.cells[static_cast<std::size_t>(column - columns.begin())].push_back(token);
    if (!is_noise(token.text))
      line.height = std::max(line.height, printed_lines(trim(token.raw)));
  }
  auto const weight = column_index(columns, FieldId::weight), score = column_index(columns, FieldId::score);
  line.weight = number_in(line, weight);
  line.score = number_in(line, score);
  bool const has_numbers = (weight < 0 || line.weight) && (score < 0 || line.score);
  line.has_values =
      has_numbers && (weight >= 0 || score >= 0 || !text_of(line, column_index(columns, FieldId::target)).empty());
  return line;
}

} // namespace jixiao
