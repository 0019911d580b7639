#include "readers/markdown/front_matter.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace jixiao {
namespace {

constexpr std::size_t most_lines = 40;

/// "key: value", "key:", "- item", or what goes on with one of them.
bool is_of_front_matter(std::string_view line) {
  auto const colon = line.find(':');
  auto const key = line.substr(0, std::min(colon, line.size()));
  bool const is_key = colon != std::string_view::npos && !key.empty() &&
                      key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") ==
                          std::string_view::npos;
  return is_key || is_blank(line) || line.starts_with(' ') || line.starts_with("- ") || line.starts_with('#');
}

std::string_view without_quotes(std::string_view text) {
  bool const is_quoted = text.size() > 1 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

} // namespace

void take_front_matter(std::vector<Line>& lines) {
  if (lines.empty() || trim(lines.front().text) != "---" || lines.front().text.starts_with(' '))
    return;
  std::size_t end = 1;
  while (end < lines.size() && end < most_lines && is_of_front_matter(lines[end].text))
    ++end;
  bool const is_closed = end < lines.size() && (trim(lines[end].text) == "---" || trim(lines[end].text) == "...");
  if (!is_closed || end == 1)
    return;
  constexpr std::string_view title = "title:";
  for (auto& line : std::span(lines).first(end + 1)) {
    auto const text = line.text;
    auto const kept = text.starts_with(title) ? without_quotes(trim(text.substr(title.size()))) : text.substr(0, 0);
    line.begin += static_cast<std::uint32_t>(kept.data() - text.data());
    line.text = kept;
  }
}

} // namespace jixiao
