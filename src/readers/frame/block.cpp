#include "readers/frame/block.hpp"

#include "text/clean.hpp"
#include "text/page_number.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>

namespace jixiao::frame {

namespace {

constexpr std::size_t fewest_rows = 2, fewest_columns = 2, most_columns = 500;

/// Where the texts of a line begin and end that two blanks or more part, in bytes.
struct Part {
  std::size_t begin, end;
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at < text.size() && parts.size() <= most_columns;) {
    at = text.find_first_not_of(' ', at);
    if (at == std::string_view::npos)
      break;
    auto const gap = text.find("  ", at);
    auto end = gap == std::string_view::npos ? text.size() : gap;
    while (end > at && text[end - 1] == ' ')
      --end;
    parts.push_back({at, end});
    at = end;
  }
  return parts;
}

std::size_t width_of(std::string_view text, bool wide) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    auto const length = character_at(text, at).length;
    width += wide ? static_cast<std::size_t>(display_width(text.substr(at, length))) : 1;
    at += length;
  }
  return width;
}

/// Cuts a line at edges; nothing when a text goes over one, or, behind the index, ends before it.
std::optional<std::vector<std::string_view>> cut(std::string_view text, std::vector<std::size_t> const& edges,
                                                 bool wide) {
  std::vector<std::string_view> cells;
  std::size_t begin = 0, x = 0, at = 0;
  for (auto const edge : edges) {
    while (at < text.size() && x < edge) {
      auto const length = character_at(text, at).length;
      x += wide ? static_cast<std::size_t>(display_width(text.substr(at, length))) : 1;
      at += length;
    }
    if (x > edge || (at < text.size() && text[at] != ' '))
      return std::nullopt;
    auto const cell = text.substr(begin, at - begin);
    if (!cells.empty() && (x < edge || cell.ends_with(' ')) && !is_blank(cell))
      return std::nullopt;
    cells.push_back(trim(cell));
    begin = at;
  }
  auto const rest = trim(text.substr(begin));
  return rest.empty() || rest == "\\" ? std::optional(std::move(cells)) : std::nullopt;
}

std::optional<std::size_t> number_at_start(std::string_view text) {
  std::size_t number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + std::min<std::size_t>(text.size(), 9), number);
  bool const alone = end == text.data() + text.size() || *end == ' ';
  return error == std::errc() && alone ? std::optional(number) : std::nullopt;
}

/// .. or ... in all columns: rows that were left out.
bool is_gap(std::string_view text) {
  return text.starts_with("..") && text.find_first_not_of(". ") == std::string_view::npos;
}

/// The line behind what the end of a page puts between two rows: blank lines and its number.
std::size_t behind_page_end(std::span<Line const> lines, std::size_t line) {
  constexpr std::size_t most = 6; // lines
  auto const end = std::min(lines.size(), line + most);
  while (line < end && (is_blank(lines[line].text) || is_page_number(lines[line].text)))
    ++line;
  return line;
}

std::optional<Block> read_block(std::span<Line const> lines, std::size_t first, std::vector<Part> const& names,
                                bool wide) {
  Block block;
  block.first = first;
  auto const head = lines[first].text;
  std::size_t index_width = 0;
  for (auto line = first + 1; line < lines.size(); ++line)
    if (number_at_start(lines[line].text))
      index_width = std::max(index_width, std::min(lines[line].text.size(), lines[line].text.find(' ')));
    else if (!is_gap(lines[line].text) && behind_page_end(lines, line) == line)
      break;
  std::vector<std::size_t> edges{index_width};
  for (auto const& name : names) {
    edges.push_back(width_of(head.substr(0, name.end), wide));
    block.names.push_back(head.substr(name.begin, name.end - name.begin));
  }
  auto line = first + 1;
  for (; line < lines.size(); ++line) {
    if (auto const next = behind_page_end(lines, line); next > line && next < lines.size() && !block.index.empty() &&
                                                        number_at_start(lines[next].text) == block.index.back() + 1)
      line = next;
    auto const text = lines[line].text;
    if (is_gap(text)) {
      block.gaps.push_back(block.rows.size());
      continue;
    }
    auto const number = number_at_start(text);
    bool const gap = !block.gaps.empty() && block.gaps.back() == block.rows.size();
    if (!number || (!block.index.empty() && (gap ? *number <= block.index.back() : *number != block.index.back() + 1)))
      break;
    auto cells = cut(text, edges, wide);
    if (!cells)
      return std::nullopt;
    cells->erase(cells->begin());
    block.rows.push_back(std::move(*cells));
    block.index.push_back(*number);
    block.lines.push_back(line);
  }
  block.end = line;
  return block.rows.size() >= fewest_rows ? std::optional(std::move(block)) : std::nullopt;
}

} // namespace

std::optional<Block> block_at(std::span<Line const> lines, std::size_t first, bool goes_on) {
  if (first + fewest_rows >= lines.size() || !lines[first].text.starts_with("  ") ||
      !number_at_start(lines[first + 1].text))
    return std::nullopt;
  auto names = parts_of(lines[first].text);
  bool const open = !names.empty() && lines[first].text[names.back().begin] == '\\';
  if (open)
    names.pop_back();
  if (names.size() < (open || goes_on ? 1 : fewest_columns) || names.size() > most_columns)
    return std::nullopt;
  for (bool const wide : {false, true})
    if (auto block = read_block(lines, first, names, wide)) {
      block->open = open;
      return block;
    }
  return std::nullopt;
}

} // namespace jixiao::frame
