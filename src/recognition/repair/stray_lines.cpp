#include "recognition/repair/stray_lines.hpp"

#include "grammars/amount.hpp"
#include "grammars/fiscal_year.hpp"
#include "text/clean.hpp"
#include "text/page_number.hpp"

#include <algorithm>
#include <array>

namespace jixiao::recognition {

namespace {

using namespace std::string_view_literals;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size());
    if (auto const line = trim(text.substr(0, end)); !line.empty())
      lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::string_view from_to(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

/// A line that the next one does not go on.
bool is_closed(std::string_view line) {
  static constexpr std::array ends = {"。"sv, "："sv, ":"sv, "；"sv};
  return is_attachment_number(line) || is_page_number(line) || line.find(':') != std::string_view::npos ||
         line.find("：") != std::string_view::npos ||
         std::ranges::any_of(ends, [&](std::string_view end) { return line.ends_with(end); });
}

/// A line that belongs between a title and its table.
bool is_below_title(std::string_view line) {
  auto const text = clean_value(line);
  return grammars::match_fiscal_year(text) || grammars::match_amount_unit(text) || is_page_number(line);
}

} // namespace

std::vector<std::string_view> part_stray_lines(std::string_view text, std::span<TitlePattern const> titles) {
  auto const lines = lines_of(text);
  auto const found =
      std::ranges::find_if(lines, [&](std::string_view line) { return read_title(line, titles).has_value(); });
  if (lines.size() < 2 || found == lines.end())
    return {};
  auto begin = found;
  while (begin != lines.begin() && !is_closed(*(begin - 1)))
    --begin;
  std::vector<std::string_view> out(lines.begin(), begin);
  out.push_back(from_to(*begin, *found));
  auto next = found + 1;
  for (; next != lines.end() && is_below_title(*next); ++next)
    out.push_back(*next);
  if (out.size() == 1 && next == lines.end())
    return {}; // nothing but a title
  out.push_back(next == lines.end() ? std::string_view() : from_to(*next, lines.back()));
  return out;
}

} // namespace jixiao::recognition
