#include "readers/markdown/dashed.hpp"

#include "text/clean.hpp"

#include <algorithm>

namespace jixiao {
namespace {

constexpr std::size_t most_columns = 4096;
constexpr std::size_t least_frame = 8; // a shorter line alone is a rule between paragraphs, or underlines a heading

/// The runs of a line of nothing but hyphens or equals signs and spaces; none when it is no such line.
std::vector<TextColumn> runs_of(std::string_view line) {
  auto const first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || (line[first] != '-' && line[first] != '='))
    return {};
  char const mark = line[first];
  std::vector<TextColumn> runs;
  bool long_enough = false;
  for (auto at = first; at < line.size();) {
    auto const end = std::min(line.find_first_not_of(mark, at), line.size());
    if (end - at < 2 || runs.size() == most_columns || (end < line.size() && line[end] != ' '))
      return {};
    long_enough = long_enough || end - at >= 3 || mark == '=';
    runs.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = std::min(line.find_first_not_of(' ', end), line.size());
  }
  return long_enough ? runs : std::vector<TextColumn>{};
}

} // namespace

DashedTables::DashedTables(std::span<Line const> lines) : lines_(lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto runs = runs_of(lines[i].text);
    if (runs.empty())
      continue;
    auto const mark = lines[i].text[runs.front().begin];
    rules_.push_back({i, std::move(runs), mark});
    same_[rules_.back().extent()].push_back(i);
  }
}

DashedTables::Rule const* DashedTables::rule_at(std::size_t line) const {
  auto const found = std::ranges::lower_bound(rules_, line, {}, &Rule::line);
  return found == rules_.end() || found->line != line ? nullptr : &*found;
}

/// The next rule that is as long and begins as far left; the number of lines when there is none.
std::size_t DashedTables::next_of_extent(Rule const& rule) const {
  auto const& same = same_.at(rule.extent());
  auto const next = std::ranges::upper_bound(same, rule.line);
  return next == same.end() ? lines_.size() : *next;
}

/// Where the lines of a table end that no line closes: at a rule or a blank line. An empty row is one of spaces.
std::size_t DashedTables::block_end(std::size_t line, std::uint32_t width) const {
  auto const is_row = [&](std::string_view text) { return text.size() >= width || !is_blank(text); };
  while (line < lines_.size() && is_row(lines_[line].text) && rule_at(line) == nullptr)
    ++line;
  return line;
}

bool DashedTables::has_blank(std::size_t begin, std::size_t end) const {
  return std::any_of(lines_.begin() + static_cast<std::ptrdiff_t>(begin),
                     lines_.begin() + static_cast<std::ptrdiff_t>(end),
                     [](Line const& line) { return is_blank(line.text); });
}

std::optional<DashedTable> DashedTables::at(std::size_t line) const {
  if (auto const* rule = rule_at(line))
    return rule->runs.size() == 1 ? framed(*rule) : headless(*rule);
  if (auto const* below = rule_at(line + 1); below != nullptr && below->runs.size() > 1 && !is_blank(lines_[line].text))
    return headed(*below);
  return std::nullopt;
}

/// A multiline table: a line over all of it, the header, the runs, the rows, a line over all of it.
std::optional<DashedTable> DashedTables::framed(Rule const& top) const {
  auto const next = static_cast<std::size_t>(&top - rules_.data()) + 1;
  if (next == rules_.size() || top.runs[0].end - top.runs[0].begin < least_frame)
    return std::nullopt;
  auto const& runs = rules_[next];
  // A table of one column is told from three rules between paragraphs by its indentation.
  if (runs.extent() != top.extent() || has_blank(top.line, runs.line) ||
      (runs.runs.size() == 1 && (top.runs[0].begin == 0 || next_of_extent(runs) == lines_.size())))
    return std::nullopt;
  auto const close = next_of_extent(runs);
  return DashedTable{top.line, std::min(close + 1, lines_.size()), top.line + 1, runs.line + 1, runs.runs, true};
}

/// A table that begins with its runs, up to the same line again; with '=', that line may be the header's.
std::optional<DashedTable> DashedTables::headless(Rule const& top) const {
  auto close = next_of_extent(top);
  auto body = top.line + 1;
  if (close == lines_.size()) {
    close = block_end(body, top.runs.back().begin);
    return close == body ? std::nullopt : std::optional(DashedTable{top.line, close, body, body, top.runs, false});
  }
  if (auto const* under = rule_at(close);
      top.mark == '=' && block_end(close + 1, top.runs.back().begin) > close + 1 && under != nullptr) {
    auto const last = next_of_extent(*under);
    if (last < lines_.size()) {
      body = close + 1;
      close = last;
    }
  }
  return DashedTable{top.line, close + 1, top.line + 1, body, top.runs, has_blank(body, close)};
}

/// A header of one line over the runs; the rows end at a blank line.
std::optional<DashedTable> DashedTables::headed(Rule const& rule) const {
  auto const end = block_end(rule.line + 1, rule.runs.back().begin);
  if (end == rule.line + 1)
    return std::nullopt;
  auto const* close = rule_at(end);
  bool const closed = close != nullptr && close->extent() == rule.extent();
  return DashedTable{rule.line - 1, end + (closed ? 1 : 0), rule.line - 1, rule.line + 1, rule.runs, false};
}

} // namespace jixiao
