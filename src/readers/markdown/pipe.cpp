#include "readers/markdown/pipe.hpp"

#include "readers/layout/text_columns.hpp"
#include "readers/markdown/cover_marks.hpp"
#include "readers/markdown/inline.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao {
namespace {

/// Offsets of the '|' that part cells.
std::vector<std::size_t> bars(std::string_view line) {
  std::vector<std::size_t> found;
  bool no_code = false; // no further '`' is closed
  for (std::size_t at = 0; (at = line.find_first_of("|\\`", at)) != std::string_view::npos; ++at) {
    if (line[at] == '|') {
      found.push_back(at);
    } else if (line[at] == '\\') {
      ++at;
    } else if (auto const close = no_code ? std::string_view::npos : line.find('`', at + 1);
               close != std::string_view::npos) {
      at = close;
    } else {
      no_code = true;
    }
  }
  return found;
}

bool has_bar(std::string_view line) { return line.find('|') != std::string_view::npos && !bars(line).empty(); }

/// True when the line, as scrapers print them, begins and ends with '|'.
bool is_framed(std::string_view line) {
  auto const text = trim(line);
  return text.size() >= 3 && text.front() == '|' && text.back() == '|' && !text.ends_with("\\|");
}

bool is_table_line(Line const& line) { return line.text.find('\t') == std::string_view::npos && has_bar(line.text); }

constexpr std::size_t most_cell_lines = 16;

/// How many lines without a bar the first cell of a row has before the one with its bars, where programs write a line
/// end inside a cell as one of Markdown: two blanks at the end of the line.
std::size_t lines_of_first_cell(std::span<Line const> lines, std::size_t at) {
  auto next = at;
  while (next < lines.size() && next - at < most_cell_lines && lines[next].text.ends_with("  ") &&
         !is_blank(lines[next].text) && !is_table_line(lines[next]))
    ++next;
  return next < lines.size() && is_table_line(lines[next]) && !is_delimiter_row(lines[next].text) ? next - at : 0;
}

bool is_blank_row(std::span<Piece const> cells) {
  return std::ranges::all_of(cells, [](Piece const& cell) { return cell.text.empty(); });
}

void add_row(std::span<Piece const> cells, ReadingBuilder& builder) {
  builder.begin_row();
  for (auto const& cell : cells) {
    if (builder.full())
      break;
    builder.cell(printed_cell(cell, builder));
    note_marks(cell.text, true, builder);
  }
  builder.end_row();
}

bool begins_with_bar(Line const& line) { return trim(line.text).starts_with('|'); }

/// The cells of a row. Where the table's delimiter row and header begin without '|', one that begins a row stands
/// behind an empty cell, unless the row has too many cells then.
std::vector<Piece> row_cells(Line const& line, bool framed, std::size_t columns) {
  auto cells = pipe_cells(line, framed);
  return framed || cells.size() <= columns ? cells : pipe_cells(line, true);
}

constexpr std::size_t most_broken_lines = 64;

/// A row of a framed table whose last cell goes on in the next lines: "| a | b" over "c |". Returns how many lines it
/// has and fills in its cells; 0 when the line is no such row.
std::size_t broken_row(std::span<Line const> lines, std::size_t at, std::size_t columns, std::vector<Piece>& cells,
                       ReadingBuilder& builder) {
  auto const first = trim(lines[at].text);
  if (!first.starts_with('|') || is_framed(first))
    return 0;
  cells = pipe_cells(lines[at]);
  if (cells.empty()) // a lone bar: the first cell stands below
    cells.push_back(piece_of(lines[at], {}));
  auto const last = std::min(lines.size(), at + most_broken_lines);
  for (auto next = at + 1; next < last && cells.size() <= columns; ++next) {
    if (is_blank(lines[next].text) || trim(lines[next].text).starts_with('|'))
      return 0;
    auto rest = pipe_cells(lines[next]);
    if (!rest.empty() && cells.back().text.empty())
      cells.back() = rest.front();
    else if (!rest.empty() && !rest.front().text.empty())
      cells.back().text = builder.own(std::string(cells.back().text) + '\n' + std::string(rest.front().text));
    cells.insert(cells.end(), rest.begin() + (rest.empty() ? 0 : 1), rest.end());
    if (trim(lines[next].text).ends_with('|'))
      return cells.size() == columns ? next + 1 - at : 0;
  }
  return 0;
}

/// The lines of a cell before its last one, and that.
std::string_view with_lines(std::span<Line const> lines, std::string_view last, ReadingBuilder& builder) {
  std::string text;
  for (auto const& line : lines)
    text += std::string(trim(line.text)) + '\n';
  return builder.own(text + std::string(last));
}

} // namespace

std::vector<Piece> pipe_cells(Line const& line, bool framed) {
  auto const text = trim(line.text);
  auto const parts = bars(text);
  std::vector<Piece> cells;
  std::size_t begin = 0;
  for (auto const bar : parts) {
    if (bar > 0 || !framed)
      cells.push_back(piece_of(line, text.substr(begin, bar - begin)));
    begin = bar + 1;
  }
  if (begin < text.size() || !framed)
    cells.push_back(piece_of(line, text.substr(begin)));
  return cells;
}

bool is_delimiter_row(std::string_view line, std::size_t least_hyphens) {
  auto const text = trim(line);
  if (text.find('|') == std::string_view::npos || text.find('-') == std::string_view::npos ||
      text.find_first_not_of("|:-+ ") != std::string_view::npos)
    return false;
  for (std::size_t begin = text.front() == '|' ? 1 : 0; begin < text.size();) {
    auto const end = std::min(text.find_first_of("|+", begin), text.size());
    auto const cell = trim(text.substr(begin, end - begin));
    auto const hyphens = std::ranges::count(cell, '-');
    auto const first = cell.find('-');
    bool const in_a_run = first != std::string_view::npos &&
                          cell.find_last_of('-') - first + 1 == static_cast<std::size_t>(hyphens) && first <= 1 &&
                          cell.size() - first - static_cast<std::size_t>(hyphens) <= 1;
    if (!in_a_run || static_cast<std::size_t>(hyphens) < least_hyphens)
      return false;
    begin = end + 1;
  }
  return true;
}

std::size_t pipe_table_end(std::span<Line const> lines, std::size_t at) {
  if (!is_table_line(lines[at]))
    return at;
  bool const delimited =
      is_delimiter_row(lines[at].text) || (at + 1 < lines.size() && is_delimiter_row(lines[at + 1].text));
  bool const framed = is_framed(lines[at].text);
  auto const columns = pipe_cells(lines[at]).size();
  if (!delimited && !framed && columns < 3)
    return at; // "首页 | 目录"
  auto end = at;
  while (end < lines.size() && lines[end].page == lines[at].page) {
    if (auto const before = delimited && !framed ? lines_of_first_cell(lines, end) : 0; before > 0)
      end += before;
    else if (!is_table_line(lines[end]) || !(delimited || framed || pipe_cells(lines[end]).size() == columns))
      break;
    ++end;
  }
  bool const is_list = !delimited && !framed && end - at < 2;
  bool const is_line_block = !delimited && framed && columns < 2 && end - at < 2;
  return is_list || is_line_block ? at : end;
}

void read_pipe_table(std::span<Line const> lines, ReadingBuilder& builder) {
  bool const delimited = lines.size() > 1 && is_delimiter_row(lines[1].text);
  auto const columns = pipe_cells(lines[delimited ? 1 : 0]).size();
  bool const framed = !delimited || begins_with_bar(lines[1]) || is_framed(lines[0].text);
  CoverMarks marks;
  if (std::ranges::any_of(lines, [](Line const& line) { return line.text.find_first_of("^<") != line.text.npos; }))
    for (auto const& line : lines)
      marks.look_at(row_cells(line, framed, columns));
  builder.begin_table();
  std::vector<Piece> broken;
  for (std::size_t at = 0; at < lines.size() && !builder.full(); ++at) {
    if (is_delimiter_row(lines[at].text, at <= 1 ? 1 : 3))
      continue;
    if (auto const count = broken_row(lines, at, columns, broken, builder); count != 0) {
      marks.clear(broken);
      add_row(broken, builder);
      at += count - 1;
      continue;
    }
    auto const before = framed ? 0 : lines_of_first_cell(lines, at);
    auto cells = row_cells(lines[at + before], framed, columns);
    if (before > 0 && !cells.empty())
      cells.front().text = with_lines(lines.subspan(at, before), cells.front().text, builder);
    at += before;
    marks.clear(cells);
    if (at > 0 || !delimited || !is_blank_row(cells))
      add_row(cells, builder);
  }
  builder.end_table();
}

} // namespace jixiao
