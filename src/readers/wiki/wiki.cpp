#include "readers/wiki/wiki.hpp"

#include "grid/reading_builder.hpp"
#include "readers/layout/text_columns.hpp"
#include "readers/lines.hpp"
#include "readers/markdown/inline.hpp"
#include "readers/wiki/cells.hpp"
#include "readers/wiki/tables.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

constexpr std::size_t sample_size = 256 << 10;

std::vector<Line> sample_of(std::string_view text) {
  SourceText source;
  source.text = text.size() <= sample_size ? text : text.substr(0, text.rfind('\n', sample_size));
  DiagnosticSink unused;
  return split_lines(source, {}, unused);
}

std::size_t bars_end(std::span<Line const> lines, std::size_t at) {
  auto end = at;
  while (end < lines.size() && lines[end].page == lines[at].page && wiki::is_row_of_bars(lines[end].text))
    ++end;
  return end;
}

/// "[cols=…]", "[options=…]" before a table of AsciiDoc.
bool is_block_attribute(std::string_view line) {
  auto const text = trim(line);
  return text.starts_with('[') && text.ends_with(']') && text.find('=') != text.npos;
}

wiki::Bars bars_of(std::vector<Line> const& lines) {
  if (std::ranges::any_of(lines, wiki::has_moin_span, &Line::text))
    return wiki::Bars::moin;
  bool const jira = std::ranges::any_of(lines, wiki::is_numbered_heading, &Line::text);
  return jira ? wiki::Bars::doubled : wiki::Bars::single;
}

/// "#format wiki", "#acl …" of MoinMoin.
bool is_instruction(std::string_view line) {
  return line.size() > 1 && line[0] == '#' && line[1] >= 'a' && line[1] <= 'z';
}

/// A row with cells that only Textile, Creole, DokuWiki or MoinMoin marks so.
bool is_marked(Line const& line) {
  auto const text = trim(line.text);
  bool const is_creole = text.starts_with("|=") && text.find("|=", 2) != text.npos && text[2] != '=';
  return is_creole || (text.starts_with("^ ") && text.ends_with(" ^")) || text.find("| ::: ") != text.npos ||
         wiki::has_textile_span(line) || wiki::has_moin_span(text);
}

} // namespace

Identified identify_wiki(std::string_view text) {
  if (text.find('|') == text.npos && text.find(".. list-table::") == text.npos)
    return {Answer::no, "no table of a wiki"};
  auto const lines = sample_of(text);
  std::size_t headings = 0, marked = 0;
  std::optional<std::size_t> columns;
  bool are_rows = true, are_equal = true;
  auto const bars = bars_of(lines);
  for (std::size_t at = 0; at < lines.size(); ++at) {
    auto const line = trim(lines[at].text);
    if (auto const end = wiki::table_end(lines, at); end > at + 2)
      return {Answer::yes, "it has a table of AsciiDoc, MediaWiki or reStructuredText"};
    headings += wiki::heading_text(line) ? 1 : 0;
    if (line.find('|') == line.npos)
      continue;
    bool const is_delimiter = line.find("--") != line.npos && line.find_first_not_of("|-:+ ") == line.npos;
    are_rows = are_rows && wiki::is_row_of_bars(line) && !is_delimiter;
    auto const cells = are_rows ? wiki::bar_cells(lines[at], bars).size() : 0;
    are_equal = are_equal && columns.value_or(cells) == cells;
    columns = cells;
    marked += is_marked(lines[at]) ? 1 : 0;
  }
  if (!are_rows || !columns || marked + headings == 0 || (marked == 0 && !are_equal))
    return {Answer::no, "no table or heading of a wiki"};
  return {Answer::yes, "rows of bars with headings or cells as wikis have them"};
}

Reading read_wiki(SourceText const& source, Limits const& limits, DiagnosticSink& sink) {
  auto const lines = split_lines(source, limits, sink);
  ReadingBuilder builder(limits, sink);
  std::size_t columns = 0;
  auto const bars = bars_of(lines);
  for (std::size_t at = 0; at < lines.size() && !builder.full();) {
    builder.set_page(lines[at].page);
    if (auto const end = wiki::table_end(lines, at); end > at) {
      wiki::read_table(std::span(lines).subspan(at, end - at), std::exchange(columns, 0), builder);
      at = end;
    } else if (auto const last = bars_end(lines, at); last > at) {
      wiki::read_bars(std::span(lines).subspan(at, last - at), bars, builder);
      at = last;
    } else {
      auto const& line = lines[at++];
      columns = wiki::declared_columns(line.text);
      auto text = piece_of(line, wiki::heading_text(line.text).value_or(trim(line.text)));
      text.text = wiki::without_wiki_marks(text.text, builder);
      bool const is_mark = is_block_attribute(line.text) || text.text.find_first_not_of("=-~^") == text.text.npos ||
                           (bars == wiki::Bars::moin && is_instruction(line.text));
      if (!is_mark)
        builder.paragraph(printed(text, builder));
    }
  }
  return std::move(builder).finish();
}

} // namespace jixiao
