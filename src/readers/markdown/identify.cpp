#include "readers/markdown/markdown.hpp"

#include "readers/csv/dialect.hpp"
#include "readers/lines.hpp"
#include "readers/markdown/dashed.hpp"
#include "readers/markdown/grid.hpp"
#include "readers/markdown/html.hpp"
#include "readers/markdown/line.hpp"
#include "readers/markdown/pipe.hpp"
#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t sample_size = 256 << 10;

struct Evidence {
  std::size_t headings = 0, list_items = 0;
  bool has_tabs = false;
  std::string_view table; ///< the kind of table that was found
  bool padded_bars = false;
  bool parted_by_bars = false; ///< lines of values with bars between, the same number in each
};

/// The beginning of the text, in lines.
std::vector<Line> sample_of(std::string_view text) {
  SourceText source;
  source.text = text.size() <= sample_size ? text : text.substr(0, text.rfind('\n', sample_size));
  DiagnosticSink sink;
  auto lines = split_lines(source, {}, sink);
  std::ranges::transform(lines, lines.begin(), unquoted);
  return lines;
}

/// True when cells are padded, so that the lines' '|' stand under each other: a table laid out for the eye, which
/// programs that know no Markdown print as well.
bool is_laid_out(std::span<Line const> lines) {
  std::vector<int> first;
  bool under_each_other = true;
  std::size_t bars = 0, padded = 0;
  for (auto const& line : lines) {
    std::vector<int> columns;
    for (auto at = line.text.find('|'); at != std::string_view::npos; at = line.text.find('|', at + 1)) {
      columns.push_back(display_width(line.text.substr(0, at)));
      padded += line.text.substr(0, at).ends_with("  ") ? 1 : 0;
    }
    bars += columns.size();
    under_each_other = under_each_other && (first.empty() || columns == first);
    first = std::move(columns);
  }
  return under_each_other || padded * 4 > bars;
}

/// What the lines at `at` show; returns where to go on.
std::size_t look(std::span<Line const> lines, DashedTables const& dashed, std::size_t at, Evidence& evidence) {
  if (auto const end = grid_table_end(lines, at); end > at) {
    evidence.table = "a grid table";
    return end;
  }
  if (auto const end = pipe_table_end(lines, at); end > at) {
    auto const rows = lines.subspan(at, end - at);
    bool const delimited = std::ranges::any_of(rows, [](Line const& row) { return is_delimiter_row(row.text); });
    if (delimited || (rows.size() > 1 && !is_laid_out(rows) && !evidence.parted_by_bars))
      evidence.table = "a pipe table";
    evidence.padded_bars = true;
    return end;
  }
  if (auto const end = html_table_end(lines, at); end > at) {
    evidence.table = "a table of HTML";
    return end;
  }
  if (auto const table = dashed.at(at)) {
    evidence.table = "a table under dashed lines";
    return table->end;
  }
  auto const kind = kind_of(lines[at].text);
  evidence.headings += kind == LineKind::heading ? 1 : 0;
  evidence.list_items += kind == LineKind::list_item ? 1 : 0;
  evidence.has_tabs = evidence.has_tabs || kind == LineKind::tabs;
  return at + 1;
}

Identified verdict_on(Evidence const& evidence) {
  if (!evidence.table.empty())
    return {Answer::yes, "it has " + std::string(evidence.table)};
  if (evidence.has_tabs && (evidence.headings > 0 || evidence.list_items > 1))
    return {Answer::yes, "headings or lists of Markdown beside tabs"};
  if (evidence.headings > 0)
    return {Answer::unsure, "headings of Markdown without a table"};
  if (evidence.padded_bars)
    return {Answer::unsure, "lines with | but no delimiter row"};
  return {Answer::no, "no table and no heading of Markdown"};
}

} // namespace

Identified identify_markdown(std::string_view text) {
  auto const lines = sample_of(text);
  DashedTables const dashed(lines);
  Evidence evidence;
  evidence.parted_by_bars = csv_dialect(text).separator == '|';
  for (std::size_t at = 0; at < lines.size() && evidence.table.empty();)
    at = look(lines, dashed, at, evidence);
  return verdict_on(evidence);
}

} // namespace jixiao
