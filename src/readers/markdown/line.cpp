#include "readers/markdown/line.hpp"

#include "readers/layout/text_columns.hpp"
#include "readers/markdown/html.hpp"
#include "readers/markdown/links.hpp"
#include "text/characters.hpp"
#include "text/clean.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <initializer_list>

namespace jixiao {
namespace {

/// "***", "- - -", "=====", "___", and "+---+" away from its table.
bool is_rule(std::string_view text) {
  auto const mark = text.front();
  if (mark == '+')
    return text.size() > 2 && text.find_first_not_of("+-=") == std::string_view::npos;
  return (mark == '-' || mark == '=' || mark == '*' || mark == '_') && std::ranges::count(text, mark) >= 3 &&
         std::ranges::all_of(text, [&](char c) { return c == mark || c == ' '; });
}

bool is_fence(std::string_view text) {
  return (text.starts_with("```") && text.find('`', text.find_first_not_of('`')) == std::string_view::npos) ||
         text.starts_with("~~~") || text.starts_with(":::");
}

bool is_comment(std::string_view text) { return text.starts_with("<!--") && text.ends_with("-->"); }

/// ".. _name:", to which links of reStructuredText lead.
bool is_target(std::string_view text) { return text.starts_with(".. _") && text.ends_with(':'); }

/// "#+TITLE: …" of Org, whose keywords stand before a text or before what programs set.
std::string_view org_keyword(std::string_view text) {
  constexpr std::size_t longest = 24;
  auto const end = text.starts_with("#+") ? text.substr(0, longest).find(':') : std::string_view::npos;
  return end == std::string_view::npos ? std::string_view() : text.substr(2, end - 2);
}

bool is_keyword(std::string_view keyword, std::initializer_list<std::string_view> any_of) {
  return std::ranges::any_of(any_of, [&](std::string_view name) {
    return std::ranges::equal(keyword, name, {}, [](char c) { return c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c; });
  });
}

bool heads_text(std::string_view keyword) { return is_keyword(keyword, {"TITLE", "SUBTITLE", "CAPTION"}); }

/// Formulas of a table and settings, which nobody prints.
bool is_setting(std::string_view text) {
  return is_keyword(org_keyword(text), {"TBLFM", "OPTIONS", "STARTUP", "LANGUAGE", "NAME", "PROPERTY", "FILETAGS",
                                        "ATTR_HTML", "ATTR_LATEX", "LATEX_CLASS", "LATEX_HEADER", "HTML_HEAD"});
}

/// Where the text of a heading begins; 0 for none. "##标题" is one, "#1" is not.
std::size_t heading_text(std::string_view text) {
  if (auto const keyword = org_keyword(text); heads_text(keyword))
    return keyword.size() + 3; // behind #+ and the colon
  auto const level = text.find_first_not_of('#');
  if (level == 0 || level > 6 || level == std::string_view::npos)
    return 0;
  auto const next = character_at(text, level).value;
  return is_space(next) || is_chinese(next) ? level : 0;
}

std::string_view without_closing_marks(std::string_view heading) {
  auto const brace = heading.rfind(" {");
  if (brace != std::string_view::npos && attributes_end(heading, brace + 1) == heading.size())
    heading = trim(heading.substr(0, brace));
  auto const last = heading.find_last_not_of('#');
  if (last != std::string_view::npos && last + 1 < heading.size() && heading[last] == ' ')
    heading = trim(heading.substr(0, last));
  return heading;
}

bool is_list_item(std::string_view text) {
  return text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ' &&
         !is_blank(text.substr(2));
}

/// "| text": a paragraph's lines that are not to be joined.
bool is_line_of_block(std::string_view text) {
  return text.starts_with("| ") && text.find('|', 1) == std::string_view::npos;
}

/// Length of the mark of a line block or of a table's caption.
std::size_t mark_of_text(std::string_view text) {
  if (is_line_of_block(text))
    return 1;
  for (std::string_view const mark : {"Table: ", ": "})
    if (text.starts_with(mark))
      return mark.size();
  return 0;
}

} // namespace

LineKind kind_of(std::string_view line) {
  if (line.find('\t') != std::string_view::npos)
    return LineKind::tabs;
  auto const text = trim(line);
  if (text.empty())
    return LineKind::blank;
  if (is_rule(text) || is_fence(text) || is_comment(text) || is_target(text) || is_only_tags(text) || is_setting(text))
    return LineKind::mark;
  if (heading_text(text) != 0)
    return LineKind::heading;
  return is_list_item(text) ? LineKind::list_item : LineKind::text;
}

Piece without_marks(Line const& line) {
  auto const text = trim(line.text);
  switch (kind_of(line.text)) {
  case LineKind::heading:
    return piece_of(line, without_closing_marks(trim(text.substr(heading_text(text)))));
  case LineKind::list_item:
    return piece_of(line, text.substr(2));
  default:
    return piece_of(line, text.substr(mark_of_text(text)));
  }
}

Line unquoted(Line line) {
  if (line.text.find('\t') != std::string_view::npos)
    return line;
  for (;;) {
    auto const mark = line.text.find_first_not_of(' ');
    bool const is_quote = mark != std::string_view::npos && mark <= 3 && line.text[mark] == '>' &&
                          (mark + 1 == line.text.size() || line.text[mark + 1] == ' ' || line.text[mark + 1] == '>');
    if (!is_quote)
      return line;
    auto const skip = mark + (mark + 1 < line.text.size() && line.text[mark + 1] == ' ' ? 2 : 1);
    line.text.remove_prefix(skip);
    line.begin += static_cast<std::uint32_t>(skip);
  }
}

} // namespace jixiao
