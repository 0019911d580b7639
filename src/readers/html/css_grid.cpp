#include "readers/html/css_grid.hpp"

#include "readers/html/css_text.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace jixiao {
namespace {

constexpr std::uint32_t most_tracks = 100;

std::optional<int> whole_number(std::string_view text) {
  text = trim_css(text);
  int number = 0;
  auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

std::uint32_t bounded_span(std::int64_t count) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(count, 1, most_tracks));
}

/// Where the word ends that a list begins with: brackets are part of it.
std::size_t word_end(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    depth += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
    if (depth <= 0 && css_white_space.find(text[at]) != std::string_view::npos)
      return at;
  }
  return text.size();
}

/// Of "repeat(3, 1fr 2fr)": 6
std::uint32_t repeated_tracks(std::string_view inner) {
  auto const comma = inner.find(',');
  auto const times = whole_number(inner.substr(0, comma));
  if (!times || comma == std::string_view::npos)
    return 0;
  std::uint32_t words = 0;
  for (auto rest = trim_css(inner.substr(comma + 1)); !rest.empty(); rest = trim_css(rest.substr(word_end(rest))))
    ++words;
  return std::min(bounded_span(*times) * words, most_tracks);
}

} // namespace

std::uint32_t css_tracks(std::string_view value) {
  std::uint32_t tracks = 0;
  for (auto rest = trim_css(value); !rest.empty() && tracks < most_tracks;) {
    auto const word = rest.substr(0, word_end(rest));
    rest = trim_css(rest.substr(word.size()));
    if (word == "none" || word == "subgrid" || word.starts_with("var("))
      return 0;
    if (word.starts_with('[')) // the name of a line
      continue;
    bool const is_repeat = word.starts_with("repeat(") && word.ends_with(')');
    auto const count = is_repeat ? repeated_tracks(word.substr(7, word.size() - 8)) : 1;
    if (count == 0)
      return 0;
    tracks += count;
  }
  return tracks;
}

std::uint32_t css_grid_span(std::string_view value) {
  constexpr std::string_view span = "span ";
  if (auto const at = value.find(span); at != std::string_view::npos) {
    auto const digits = value.substr(at + span.size());
    return bounded_span(whole_number(digits.substr(0, digits.find('/'))).value_or(1));
  }
  auto const slash = value.find('/');
  if (slash == std::string_view::npos)
    return 1;
  auto const from = whole_number(value.substr(0, slash)), to = whole_number(value.substr(slash + 1));
  if (!from || !to)
    return 1;
  return *to == -1 && *from == 1 ? 0 : bounded_span(std::int64_t{*to} - *from);
}

} // namespace jixiao
