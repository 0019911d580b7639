#include "readers/markdown/asides.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

namespace jixiao {
namespace {

/// What kind of text a tag begins that does not count: `<del>`, `<span hidden>`, `<span style="display:none">`.
std::optional<Code> code_of_tag(std::string_view name, std::string_view attributes) {
  constexpr std::array<std::string_view, 3> struck = {"del", "s", "strike"};
  std::string said;
  for (char const c : attributes)
    if (c != ' ')
      said.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  auto const has = [&](std::string_view what) { return said.find(what) != std::string::npos; };
  if (std::ranges::find(struck, name) != struck.end() || has("line-through"))
    return Code::struck_text;
  bool const is_closed = name == "details" && said != "open" && !said.starts_with("open=");
  bool const is_hidden = is_closed || has("display:none") || has("visibility:hidden") || said == "hidden" ||
                         said.starts_with("hidden=") || (!has("=") && has("hidden"));
  return is_hidden ? std::optional(Code::hidden_text) : std::nullopt;
}

std::optional<AsideRange> tag_aside(std::string_view text, std::size_t at) {
  constexpr std::size_t longest_tag = 200;
  auto const end = text.substr(at, longest_tag).find('>');
  if (end == std::string_view::npos || end < 2)
    return std::nullopt;
  auto const tag = text.substr(at + 1, end - 1);
  auto const name = tag.substr(0, tag.find(' '));
  auto const code = code_of_tag(name, tag.substr(name.size()));
  auto const begin = at + end + 1;
  auto const close = code ? text.find("</" + std::string(name) + ">", begin) : std::string_view::npos;
  if (close == std::string_view::npos)
    return std::nullopt;
  std::vector<Argument> arguments = {{"text", std::string(text.substr(begin, close - begin))}};
  if (*code == Code::hidden_text)
    arguments.push_back({"how", "hidden"});
  return AsideRange{{at, close + name.size() + 3}, {*code, std::move(arguments)}};
}

/// `^[a note]`
std::optional<AsideRange> note_aside(std::string_view text, std::size_t at) {
  auto const close = text.find(']', at);
  if (close == std::string_view::npos || close == at + 2)
    return std::nullopt;
  return AsideRange{
      {at, close + 1},
      {Code::note_beside, {{"what", "a footnote"}, {"text", std::string(text.substr(at + 2, close - at - 2))}}}};
}

/// A text between two marks that is a finding in its place.
std::optional<AsideRange> marked_aside(std::string_view text, std::size_t at) {
  struct Mark {
    std::string_view open, close;
    Code code;
    std::string_view what;
  };
  constexpr std::array marks = {Mark{"{--", "--}", Code::struck_text, {}},
                                Mark{"{>>", "<<}", Code::note_beside, "a comment"},
                                Mark{"%%", "%%", Code::hidden_text, {}}};
  auto const rest = text.substr(at);
  auto const mark = std::ranges::find_if(marks, [&](Mark const& known) { return rest.starts_with(known.open); });
  auto const close = mark == marks.end() ? std::string_view::npos : rest.find(mark->close, mark->open.size() + 1);
  bool const is_rate = at > 0 && text[at - 1] >= '0' && text[at - 1] <= '9'; // 95%%
  if (close == std::string_view::npos || (mark->open == "%%" && is_rate))
    return std::nullopt;
  std::vector<Argument> arguments = {{"text", std::string(rest.substr(mark->open.size(), close - mark->open.size()))}};
  if (mark->code == Code::note_beside)
    arguments.push_back({"what", std::string(mark->what)});
  if (mark->code == Code::hidden_text)
    arguments.push_back({"how", "a comment"});
  return AsideRange{{at, at + close + mark->close.size()}, {mark->code, std::move(arguments)}};
}

/// What was replaced, of `{~~old~>new~~}`.
std::optional<AsideRange> replaced_aside(std::string_view text, std::size_t at) {
  constexpr std::string_view open = "{~~", between = "~>";
  auto const begin = at + open.size();
  auto const end = text.substr(at).starts_with(open) ? text.find(between, begin) : std::string_view::npos;
  if (end == std::string_view::npos || text.find("~~}", end) == std::string_view::npos)
    return std::nullopt;
  return AsideRange{{at, end + between.size()},
                    {Code::struck_text, {{"text", std::string(text.substr(begin, end - begin))}}}};
}

/// `[old]{.deletion author="甲"}` and `[why]{.comment-start …}`, as pandoc writes tracked changes and comments.
std::optional<AsideRange> span_aside(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 4> struck = {"deletion", "strikeout", "strike", "del"};
  auto const close = text.find(']', at);
  auto const brace = close == std::string_view::npos ? close : close + 1;
  if (brace == std::string_view::npos || !text.substr(brace).starts_with("{."))
    return std::nullopt;
  auto const end = text.find('}', brace);
  auto const name = text.substr(brace + 2, text.find_first_of(" }", brace) - brace - 2);
  bool const is_struck = std::ranges::find(struck, name) != struck.end();
  if (end == std::string_view::npos || (!is_struck && name != "comment-start"))
    return std::nullopt;
  std::vector<Argument> arguments = {{"text", std::string(text.substr(at + 1, close - at - 1))}};
  if (!is_struck)
    arguments.push_back({"what", "a comment"});
  return AsideRange{{at, end + 1}, {is_struck ? Code::struck_text : Code::note_beside, std::move(arguments)}};
}

/// `![[goal.png]]`, as note books write pictures.
std::optional<AsideRange> picture_aside(std::string_view text, std::size_t at) {
  auto const close = text.substr(at).starts_with("![[") ? text.find("]]", at) : std::string_view::npos;
  if (close == std::string_view::npos)
    return std::nullopt;
  return AsideRange{{at, close + 2}, {Code::graphic_not_read, {{"what", "a picture"}}}};
}

std::optional<AsideRange> aside_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
  case '<':
    return tag_aside(text, at);
  case '^':
    return text.substr(at).starts_with("^[") ? note_aside(text, at) : std::nullopt;
  case '[':
    return span_aside(text, at);
  case '!':
    return picture_aside(text, at);
  default:
    if (auto found = replaced_aside(text, at))
      return found;
    return marked_aside(text, at);
  }
}

} // namespace

std::vector<AsideRange> asides(std::string_view text) {
  std::vector<AsideRange> found;
  std::size_t misses = 0;
  constexpr std::size_t most_misses = 100; // each may look through all of the text
  constexpr std::string_view begins = "<^[!{%";
  for (auto at = text.find_first_of(begins); at != std::string_view::npos && misses < most_misses;
       at = text.find_first_of(begins, at)) {
    auto aside = aside_at(text, at);
    misses += aside ? 0 : 1;
    at = aside ? aside->all.end : at + 1;
    if (aside)
      found.push_back(*std::move(aside));
  }
  return found;
}

} // namespace jixiao
