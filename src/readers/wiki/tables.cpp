#include "readers/wiki/tables.hpp"

#include "readers/layout/text_columns.hpp"
#include "readers/markdown/inline.hpp"
#include "readers/wiki/cells.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <charconv>
#include <string>

namespace jixiao::wiki {
namespace {

constexpr std::string_view asciidoc_frame = "|===", list_table = ".. list-table::";

bool opens_mediawiki(std::string_view line) { return trim(line).starts_with("{|"); }

void put(WikiCell const& cell, ReadingBuilder& builder) {
  if (cell.goes_on_above)
    return builder.cell_below({}, cell.x_span);
  auto text = cell.text;
  if (!cell.further_lines.empty())
    text.text = builder.own(std::string(text.text) + cell.further_lines);
  text.text = without_wiki_marks(text.text, builder);
  builder.cell(printed_cell(text, builder), cell.x_span, cell.y_span);
  note_marks(text.text, true, builder);
}

/// Puts cells that follow each other into rows of a number of columns, some of which are covered from above.
class RowFiller {
public:
  RowFiller(std::size_t columns, ReadingBuilder& builder) : builder_(builder), covered_(columns) {}

  void add(WikiCell const& cell) {
    if (!open_)
      begin();
    put(cell, builder_);
    for (std::size_t i = 0; i < cell.x_span && at_ < covered_.size(); ++i)
      covered_[at_++] = cell.y_span;
    skip();
    if (at_ == covered_.size())
      end();
  }

  void end() {
    if (!open_)
      return;
    builder_.end_row();
    open_ = false;
    for (auto& rows : covered_)
      rows -= rows > 0 ? 1 : 0;
  }

private:
  void begin() {
    builder_.begin_row();
    open_ = true, at_ = 0;
    skip();
  }

  void skip() {
    while (at_ < covered_.size() && covered_[at_] > 0)
      ++at_;
  }

  ReadingBuilder& builder_;
  std::vector<std::uint32_t> covered_; ///< rows that a cell above still covers, by column
  std::size_t at_ = 0;
  bool open_ = false;
};

/// Puts a row, and begins another one; a row without a cell is none.
void end_row(std::vector<WikiCell>& row, ReadingBuilder& builder) {
  if (row.empty())
    return;
  builder.begin_row();
  for (auto const& cell : row)
    put(cell, builder);
  builder.end_row();
  row.clear();
}

/// Goes on with a cell in a further line.
void append(WikiCell& cell, std::string_view more) {
  if (!more.empty())
    cell.further_lines.append("\n").append(more);
}

void read_asciidoc(std::span<Line const> lines, std::size_t columns, ReadingBuilder& builder) {
  std::vector<WikiCell> cells;
  for (auto const& line : lines.subspan(1)) {
    auto found = asciidoc_cells(line);
    if (!cells.empty())
      append(cells.back(), found.before);
    cells.insert(cells.end(), found.cells.begin(), found.cells.end());
    if (columns == 0)
      for (auto const& cell : cells)
        columns += cell.x_span;
  }
  constexpr std::size_t most = 4096;
  RowFiller rows(std::clamp<std::size_t>(columns, 1, most), builder);
  for (auto const& cell : cells)
    if (!builder.full())
      rows.add(cell);
  rows.end();
}

void read_mediawiki(std::span<Line const> lines, ReadingBuilder& builder) {
  std::vector<WikiCell> row;
  for (auto const& line : lines.subspan(1)) {
    auto const text = trim(line.text);
    if (builder.full())
      return;
    if (text.starts_with("|-"))
      end_row(row, builder);
    else if (text.starts_with("|+"))
      continue; // its caption
    else if (text.starts_with('|') || text.starts_with('!')) {
      auto const cells = mediawiki_cells(line);
      row.insert(row.end(), cells.begin(), cells.end());
    } else if (!row.empty()) {
      append(row.back(), text);
    }
  }
  end_row(row, builder);
}

void read_list(std::span<Line const> lines, ReadingBuilder& builder) {
  std::vector<WikiCell> row;
  for (auto const& line : lines.subspan(1)) {
    auto text = trim(line.text);
    if (builder.full())
      return;
    bool const is_row = text.starts_with("* -");
    if (is_row)
      end_row(row, builder), text = trim(text.substr(2));
    if (text.starts_with('-') && (is_row || !row.empty()))
      row.push_back({piece_of(line, text.substr(1))});
    else if (!row.empty())
      append(row.back(), text);
  }
  end_row(row, builder);
}

} // namespace

std::size_t table_end(std::span<Line const> lines, std::size_t at) {
  auto const first = trim(lines[at].text);
  bool const is_asciidoc = first == asciidoc_frame, is_mediawiki = opens_mediawiki(first),
             is_list = first.starts_with(list_table);
  if (!is_asciidoc && !is_mediawiki && !is_list)
    return at;
  for (auto end = at + 1; end < lines.size(); ++end) {
    auto const text = trim(lines[end].text);
    if ((is_asciidoc && text == asciidoc_frame) || (is_mediawiki && text.starts_with("|}")))
      return end + 1;
    if (is_mediawiki && opens_mediawiki(text))
      return at;
    if (is_list && !text.empty() && lines[end].text.front() != ' ' && lines[end].text.front() != '\t')
      return end;
  }
  return is_list || is_mediawiki ? lines.size() : at;
}

std::size_t declared_columns(std::string_view line) {
  auto const text = trim(line);
  auto const at = text.find("cols=");
  if (!text.starts_with('[') || !text.ends_with(']') || at == std::string_view::npos)
    return 0;
  auto rest = text.substr(at + 5);
  char const quote = rest.front();
  bool const is_quoted = quote == '"' || quote == '\'';
  rest = rest.substr(is_quoted ? 1 : 0);
  rest = rest.substr(0, rest.find_first_of(is_quoted ? std::string_view(&quote, 1) : std::string_view(",]")));
  constexpr std::size_t most = 1000;
  std::size_t columns = 0;
  while (!rest.empty() && columns < most) {
    auto const part = trim(rest.substr(0, rest.find_first_of(",;")));
    std::size_t times = 1;
    auto const end = std::from_chars(part.data(), part.data() + part.size(), times).ptr;
    bool const repeats = end != part.data() + part.size() && *end == '*';
    columns += repeats ? std::clamp<std::size_t>(times, 1, most) : 1;
    rest.remove_prefix(std::min(rest.find_first_of(",;"), rest.size() - 1) + 1);
  }
  return columns;
}

void read_table(std::span<Line const> lines, std::size_t columns, ReadingBuilder& builder) {
  auto const first = trim(lines.front().text);
  builder.begin_table();
  if (first == asciidoc_frame)
    read_asciidoc(lines.first(lines.size() - 1), columns, builder);
  else if (opens_mediawiki(first))
    read_mediawiki(trim(lines.back().text).starts_with("|}") ? lines.first(lines.size() - 1) : lines, builder);
  else
    read_list(lines, builder);
  builder.end_table();
}

void read_bars(std::span<Line const> lines, Bars bars, ReadingBuilder& builder) {
  builder.begin_table();
  for (auto const& line : lines) {
    if (builder.full())
      break;
    auto row = bar_cells(line, bars);
    end_row(row, builder);
  }
  builder.end_table();
}

} // namespace jixiao::wiki
