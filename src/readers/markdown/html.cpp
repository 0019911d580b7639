#include "readers/markdown/html.hpp"

#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

/// True when the text behind a '<' or "</" names this tag.
bool is_tag(std::string_view text, std::string_view name) {
  return std::ranges::equal(text.substr(0, name.size()), name, {}, lower) &&
         (text.size() == name.size() || text.find_first_of(" >/", name.size()) == name.size());
}

/// Begins of tags of this name less ends of them.
int depth_change(std::string_view line, std::string_view name) {
  int change = 0;
  for (auto at = line.find('<'); at != std::string_view::npos; at = line.find('<', at + 1)) {
    auto const text = line.substr(at + 1);
    if (is_tag(text, name))
      ++change;
    else if (text.starts_with('/') && is_tag(text.substr(1), name))
      --change;
  }
  return change;
}

} // namespace

bool is_only_tags(std::string_view line) {
  auto const text = trim(line);
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find('>', at);
    auto const name = text.substr(at).starts_with("</") ? at + 2 : at + 1;
    if (text[at] != '<' || end == std::string_view::npos || !is_letter(text[std::min(name, end)]))
      return false;
    at = std::min(text.find_first_not_of(' ', end + 1), text.size());
  }
  return !text.empty();
}

/// Tags that converters put around the table.
bool html_table_begins(Line const& line) {
  auto text = trim(line.text);
  for (int around = 0; around < 4 && text.starts_with('<'); ++around) {
    if (is_tag(text.substr(1), "table"))
      return true;
    bool const may_hold = is_tag(text.substr(1), "html") || is_tag(text.substr(1), "body") ||
                          is_tag(text.substr(1), "div") || is_tag(text.substr(1), "center");
    auto const end = may_hold ? text.find('>') : std::string_view::npos;
    if (end == std::string_view::npos)
      return false;
    text = trim(text.substr(end + 1));
  }
  return false;
}

std::size_t html_table_end(std::span<Line const> lines, std::size_t at) {
  if (!html_table_begins(lines[at]))
    return at;
  int depth = 0;
  for (auto end = at; end < lines.size(); ++end) {
    depth += depth_change(lines[end].text, "table");
    if (depth <= 0)
      return end + 1;
  }
  return lines.size();
}

std::string_view text_of(std::span<Line const> lines) {
  auto const& last = lines.back().text;
  return {lines.front().text.data(), static_cast<std::size_t>(last.data() + last.size() - lines.front().text.data())};
}

} // namespace jixiao
