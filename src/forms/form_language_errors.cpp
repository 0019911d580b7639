#include "forms/form_language_errors.hpp"

#include "text/clean.hpp"

#include <algorithm>
#include <utility>

namespace jixiao::form_language {
namespace {

// An excerpt shows at most so many bytes on either side of the caret: a line may have a megabyte.
constexpr std::size_t excerpt_reach = 120;

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char c) { return !continues_character(c); }));
}

// Tabs and stray control characters would move the caret away from its character.
std::string printable(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      c = ' ';
  return result;
}

std::string_view last_bytes(std::string_view text, std::size_t count) {
  if (text.size() <= count)
    return text;
  text.remove_prefix(text.size() - count);
  while (!text.empty() && continues_character(text.front()))
    text.remove_prefix(1);
  return text;
}

std::string_view first_bytes(std::string_view text, std::size_t count) {
  if (text.size() <= count)
    return text;
  while (count > 0 && continues_character(text[count]))
    --count;
  return text.substr(0, count);
}

std::string excerpt(std::string_view line, std::size_t offset) {
  auto const before = line.substr(0, offset), after = line.substr(offset);
  auto const left = last_bytes(before, excerpt_reach), right = first_bytes(after, excerpt_reach);
  auto shown = (left.size() < before.size() ? "…" : "") + printable(left);
  auto const indent = static_cast<std::size_t>(display_width(shown));
  shown += printable(right);
  shown += right.size() < after.size() ? "…\n" : "\n";
  return shown.append(indent, ' ').append("^");
}

} // namespace

std::string quoted(std::string_view word) { return "\"" + std::string(word) + "\""; }

FormText::FormText(std::string_view text, std::string_view file_name) : text_(text), file_(file_name), line_starts_{0} {
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    line_starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

std::uint32_t FormText::line(char const* at) const {
  auto const offset = static_cast<std::uint32_t>(at - text_.data());
  return static_cast<std::uint32_t>(std::ranges::upper_bound(line_starts_, offset) - line_starts_.begin());
}

std::string_view FormText::line_text(char const* at) const {
  auto const number = line(at);
  auto const begin = line_starts_[number - 1];
  auto const end = number < line_starts_.size() ? line_starts_[number] - 1 : text_.size();
  auto const result = text_.substr(begin, end - begin);
  return result.ends_with('\r') ? result.substr(0, result.size() - 1) : result;
}

void ErrorList::add(char const* at, std::string what) {
  if (found_.size() < limit)
    found_.push_back({at, std::move(what)});
}

std::vector<GrammarError> ErrorList::take() {
  std::ranges::stable_sort(found_, {}, &Found::at);
  std::vector<GrammarError> result;
  for (auto& error : std::exchange(found_, {})) {
    auto const line = text_.line_text(error.at);
    auto const offset = std::min(static_cast<std::size_t>(error.at - line.data()), line.size());
    result.push_back({.file = std::string(text_.file()),
                      .line = text_.line(error.at),
                      .column = count_characters(line.substr(0, offset)) + 1,
                      .what = std::move(error.what),
                      .excerpt = excerpt(line, offset)});
  }
  return result;
}

} // namespace jixiao::form_language
