#include "readers/wiki/cells.hpp"

#include "readers/layout/text_columns.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

namespace jixiao::wiki {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::uint32_t widest = 1000;

/// A number at the beginning, which is taken off; 0 for none.
std::uint32_t take_number(std::string_view& text) {
  std::uint32_t value = 0;
  auto const end = std::from_chars(text.data(), text.data() + text.size(), value).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return std::min(value, widest);
}

bool take(std::string_view& text, std::string_view any_of) {
  bool const is_there = !text.empty() && any_of.find(text.front()) != npos;
  text.remove_prefix(is_there ? 1 : 0);
  return is_there;
}

/// What stands right before a bar of AsciiDoc: `2.3+`, `^.^`, `a`. Nothing for a text.
std::optional<WikiCell> specified(std::string_view mark) {
  constexpr std::string_view places = "<^>", styles = "adehlmsv";
  WikiCell cell;
  auto const across = take_number(mark);
  auto const down = take(mark, ".") ? take_number(mark) : 0;
  if (across > 0 || down > 0) {
    if (!take(mark, "+"))
      return std::nullopt;
    cell.x_span = std::max(across, 1U), cell.y_span = std::max(down, 1U);
  }
  take(mark, places);
  if (take(mark, ".") && !take(mark, places))
    return std::nullopt;
  take(mark, styles);
  return mark.empty() ? std::optional(cell) : std::nullopt;
}

/// What an attribute such as colspan="2" says; 1 when it is not there.
std::uint32_t attribute_of(std::string_view attributes, std::string_view name) {
  auto const at = attributes.find(name);
  if (at == npos)
    return 1;
  auto rest = attributes.substr(at + name.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(" =\"'"), rest.size()));
  return std::max(take_number(rest), 1U);
}

/// One cell of MediaWiki, with its attributes before a single bar.
WikiCell attributed(Line const& line, std::string_view text) {
  auto const bar = text.find('|');
  auto const attributes = bar == npos ? std::string_view() : text.substr(0, bar);
  if (attributes.find('=') == npos || attributes.find("[[") != npos)
    return {piece_of(line, text)};
  return {piece_of(line, text.substr(bar + 1)), attribute_of(attributes, "colspan"),
          attribute_of(attributes, "rowspan")};
}

/// `_.`, `\2.`, `/3.`, `\2/3.`, with signs of alignment, before the text of a cell of Textile.
std::optional<WikiCell> textile(Line const& line, std::string_view text) {
  WikiCell cell;
  auto rest = text;
  bool says = take(rest, "_");
  for (; !rest.empty() && (rest.front() == '\\' || rest.front() == '/'); says = true) {
    bool const across = rest.front() == '\\';
    rest.remove_prefix(1);
    auto const count = take_number(rest);
    if (count == 0)
      return std::nullopt;
    (across ? cell.x_span : cell.y_span) = count;
  }
  while (take(rest, "<>=^~"))
    says = true;
  if (!says || !rest.starts_with(". "))
    return std::nullopt;
  cell.text = piece_of(line, rest.substr(2));
  return cell;
}

/// `<-2>`, `<|3>`, `<:-2|3>`, `<#CCCCCC>`, `<style="…">` before the text of a cell of MoinMoin, which is taken off.
WikiCell take_moin_mark(std::string_view& text) {
  constexpr std::size_t longest = 200;
  constexpr std::string_view signs = "-|:()^v#% 0123456789ABCDEFabcdef";
  auto const end = text.starts_with('<') ? text.substr(0, longest).find('>') : npos;
  if (end == npos || end < 2)
    return {};
  auto const mark = text.substr(1, end - 1);
  WikiCell cell;
  if (mark.find("=\"") != npos) {
    cell.x_span = attribute_of(mark, "colspan"), cell.y_span = attribute_of(mark, "rowspan");
  } else if (mark.find_first_not_of(signs) != npos) {
    return {};
  } else {
    for (auto at = mark.find_first_of("-|"); at != npos; at = mark.find_first_of("-|", at + 1)) {
      auto rest = mark.substr(at + 1);
      auto const count = take_number(rest);
      if (count == 0)
        return {};
      (mark[at] == '-' ? cell.x_span : cell.y_span) = count;
    }
  }
  text.remove_prefix(end + 1);
  return cell;
}

std::vector<WikiCell> moin_cells(Line const& line) {
  std::vector<WikiCell> cells;
  auto rest = trim(line.text);
  rest.remove_prefix(2);
  for (std::uint32_t empty = 0; !rest.empty();) {
    auto cell = take_moin_mark(rest);
    auto const end = std::min(rest.find("||"), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 2, rest.size()));
    if (part.empty() && cell.x_span == 1 && !rest.empty() && empty < widest) {
      ++empty;
      continue;
    }
    cell.text = piece_of(line, part);
    cell.x_span += std::exchange(empty, 0U);
    cells.push_back(cell);
  }
  return cells;
}

} // namespace

AsciidocCells asciidoc_cells(Line const& line) {
  AsciidocCells out;
  auto const text = line.text;
  auto const put = [&](std::size_t begin, std::size_t end) {
    if (out.cells.empty())
      out.before = trim(text.substr(begin, end - begin));
    else
      out.cells.back().text = piece_of(line, text.substr(begin, end - begin));
  };
  std::size_t begin = 0;
  for (auto bar = text.find('|'); bar != npos; bar = text.find('|', bar + 1)) {
    if (bar > 0 && text[bar - 1] == '\\')
      continue;
    constexpr std::size_t longest_mark = 16;
    auto const near = text.substr(0, bar).substr(bar - std::min({bar, longest_mark, bar - begin}));
    auto const space = near.find_last_of(" \t");
    auto const mark = space == npos && near.size() < bar - begin ? std::string_view("?") : near.substr(space + 1);
    auto const cell = specified(mark);
    put(begin, bar - (cell ? mark.size() : 0));
    out.cells.push_back(cell.value_or(WikiCell{}));
    begin = bar + 1;
  }
  put(begin, text.size());
  return out;
}

std::vector<WikiCell> mediawiki_cells(Line const& line) {
  std::vector<WikiCell> cells;
  auto const text = line.text;
  auto const mark = text.find_first_of("|!");
  if (mark == npos)
    return cells;
  bool const is_header = text[mark] == '!';
  for (auto begin = mark + 1; begin <= text.size();) {
    auto const end = std::min({text.find("||", begin), is_header ? text.find("!!", begin) : npos, text.size()});
    cells.push_back(attributed(line, text.substr(begin, end - begin)));
    begin = end == text.size() ? end + 1 : end + 2;
  }
  return cells;
}

bool is_row_of_bars(std::string_view line) {
  auto const text = trim(line);
  bool const begins = text.starts_with('|') || text.starts_with("^ ");
  return text.size() > 2 && begins && (text.ends_with('|') || text.ends_with('^')) && !text.ends_with("\\|");
}

std::vector<WikiCell> bar_cells(Line const& line, Bars notation) {
  if (notation == Bars::moin)
    return moin_cells(line);
  bool const doubled = notation == Bars::doubled;
  auto const text = trim(line.text);
  bool const is_doku = text.starts_with("^ ") || text.find(" ^ ") != npos;
  bool const is_creole = text.starts_with("|=");
  auto const bars = is_doku ? std::string_view("|^") : std::string_view("|");
  std::vector<WikiCell> cells;
  for (auto begin = std::size_t{1} + (doubled && text.starts_with("||") ? 1 : 0); begin < text.size();) {
    auto const end = std::min(text.find_first_of(bars, begin), text.size());
    auto part = text.substr(begin, end - begin);
    part.remove_prefix(is_creole && part.starts_with('=') ? 1 : 0);
    auto cell = textile(line, part).value_or(WikiCell{piece_of(line, part)});
    if (cell.text.text == ":::")
      cell.text.text = {}, cell.goes_on_above = true;
    cells.push_back(cell);
    begin = end + 1;
    begin += doubled && begin < text.size() && text[begin] == '|' ? 1 : 0;
  }
  return cells;
}

bool has_moin_span(std::string_view line) {
  auto const text = trim(line);
  if (!text.starts_with("||") || !text.ends_with("||") || text.size() < 4)
    return false;
  for (auto bar = text.find("||<"); bar != npos; bar = text.find("||<", bar + 1)) {
    auto rest = text.substr(bar + 2);
    if (auto const cell = take_moin_mark(rest); cell.x_span > 1 || cell.y_span > 1)
      return true;
  }
  return false;
}

bool has_textile_span(Line const& line) {
  for (auto bar = line.text.find('|'); bar != npos; bar = line.text.find('|', bar + 1))
    if (auto const cell = textile(line, line.text.substr(bar + 1)); cell && (cell->x_span > 1 || cell->y_span > 1))
      return true;
  return false;
}

bool is_numbered_heading(std::string_view line) {
  auto const text = trim(line);
  return text.size() > 4 && text[0] == 'h' && text[1] >= '1' && text[1] <= '6' && text.substr(2).starts_with(". ");
}

std::optional<std::string_view> heading_text(std::string_view line) {
  auto text = trim(line);
  if (is_numbered_heading(text))
    return trim(text.substr(4));
  auto const level = text.find_first_not_of('=');
  if (level == 0 || level == npos || level > 6)
    return std::nullopt;
  bool const is_closed = text.ends_with('=');
  if (text[level] != ' ' && !is_closed)
    return std::nullopt;
  text = trim(text.substr(level));
  return trim(text.substr(0, text.find_last_not_of('=') + 1));
}

std::string_view without_wiki_marks(std::string_view text, ReadingBuilder& builder) {
  if (text.find("''") == npos && text.find("[[") == npos && text.find("{color") == npos)
    return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto const rest = text.substr(at);
    auto const mark = rest.starts_with("'''") ? 3U : rest.starts_with("''") || rest.starts_with("]]") ? 2U : 0U;
    if (mark > 0) {
      at += mark;
    } else if (rest.starts_with("[[")) {
      constexpr std::size_t longest = 500;
      auto const close = rest.substr(0, longest).find("]]");
      auto const bar = rest.substr(0, std::min(close, longest)).find('|');
      at += bar == npos ? 2 : bar + 1;
    } else if (rest.starts_with("{color")) {
      constexpr std::size_t longest = 40;
      auto const close = rest.substr(0, longest).find('}');
      out.append(rest.substr(0, close == npos ? 1 : 0));
      at += close == npos ? 1 : close + 1;
    } else {
      out.push_back(text[at++]);
    }
  }
  return builder.own(std::move(out));
}

} // namespace jixiao::wiki
