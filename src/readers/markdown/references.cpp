#include "readers/markdown/references.hpp"

#include "readers/markdown/links.hpp"
#include "readers/markdown/marks.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <optional>

namespace jixiao {
namespace {

constexpr std::size_t longest_text = 400;

std::string in_lower_case(std::string_view name) {
  std::string out(trim(name));
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// The text between the brackets that begin at `at`; nothing when none do.
std::optional<std::string_view> bracketed(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with('['))
    return std::nullopt;
  auto const rest = text.substr(at + 1, longest_text);
  auto const end = rest.find_first_of("[]");
  return end == std::string_view::npos || rest[end] == '[' ? std::nullopt : std::optional(rest.substr(0, end));
}

/// A link that begins at a bracket.
struct Link {
  std::string_view text;
  std::size_t length = 0;
};

std::optional<Link> link_at(std::string_view text, std::size_t at, LinkNames const& names) {
  auto const shown = bracketed(text, at);
  if (!shown)
    return std::nullopt;
  auto const behind = at + shown->size() + 2;
  auto const name = bracketed(text, behind);
  bool const has_name = name && !trim(*name).empty();
  if (!names.contains(in_lower_case(has_name ? *name : *shown)))
    return std::nullopt;
  return Link{*shown, shown->size() + 2 + (name ? name->size() + 2 : 0)};
}

} // namespace

LinkNames take_link_names(std::vector<Line>& lines) {
  LinkNames names;
  for (auto& line : lines) {
    auto const text = trim(line.text);
    auto const name = bracketed(text, 0);
    if (!name || name->empty() || name->starts_with('^') || !text.substr(name->size() + 2).starts_with(':'))
      continue;
    if (!is_link_target(trim(text.substr(name->size() + 3))))
      continue;
    names.insert(in_lower_case(*name));
    line.text = line.text.substr(0, 0); // it keeps its place: tables are read from their first line to their last
  }
  return names;
}

void place_links(LinkNames const& names, Reading& reading) {
  if (names.empty())
    return;
  take_marks(reading, [&](std::uint32_t i, std::size_t at, std::string& kept) -> std::size_t {
    auto const text = reading.cells[i].text;
    std::size_t const sign = text.substr(at).starts_with("![") ? 1 : 0;
    auto const link = link_at(text, at + sign, names);
    if (!link)
      return 0;
    if (sign == 0)
      kept += link->text;
    else
      reading.notes.push_back({i, Code::graphic_not_read, {{"what", "a picture"}}});
    return link->length + sign;
  });
}

} // namespace jixiao
