#include "line_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace {

constexpr std::size_t context = 2;
constexpr std::size_t table_limit = 25'000'000;

using Lines = std::vector<std::string_view>;

struct Edit {
  char mark; ///< ' ', '-' or '+'
  std::string_view line;
};

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    auto const end = std::min(text.find('\n'), text.size() - 1);
    lines.push_back(text.substr(0, end + 1));
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// Length of the longest common subsequence of the lines from (i, j) on, row by row.
std::vector<std::uint32_t> common_lengths(Lines const& a, Lines const& b) {
  auto const width = b.size() + 1;
  std::vector<std::uint32_t> table((a.size() + 1) * width);
  for (auto i = a.size(); i-- > 0;)
    for (auto j = b.size(); j-- > 0;)
      table[i * width + j] = a[i] == b[j] ? table[(i + 1) * width + j + 1] + 1
                                          : std::max(table[(i + 1) * width + j], table[i * width + j + 1]);
  return table;
}

std::vector<Edit> edits_between(Lines const& a, Lines const& b) {
  std::vector<Edit> edits;
  std::size_t i = 0, j = 0;
  // Beyond the limit, everything from the first difference on counts as changed.
  auto const table = a.size() * b.size() < table_limit ? common_lengths(a, b) : std::vector<std::uint32_t>{};
  while (i < a.size() && j < b.size()) {
    if (a[i] == b[j])
      edits.push_back({' ', a[i++]}), ++j;
    else if (table.empty())
      break;
    else if (table[(i + 1) * (b.size() + 1) + j] >= table[i * (b.size() + 1) + j + 1])
      edits.push_back({'-', a[i++]});
    else
      edits.push_back({'+', b[j++]});
  }
  while (i < a.size())
    edits.push_back({'-', a[i++]});
  while (j < b.size())
    edits.push_back({'+', b[j++]});
  return edits;
}

bool near_change(std::vector<Edit> const& edits, std::size_t at) {
  auto const first = edits.begin() + static_cast<std::ptrdiff_t>(at - std::min(at, context));
  auto const last = edits.begin() + static_cast<std::ptrdiff_t>(std::min(at + context + 1, edits.size()));
  return std::any_of(first, last, [](Edit const& edit) { return edit.mark != ' '; });
}

} // namespace

std::string line_diff(std::string_view expected, std::string_view actual) {
  if (expected == actual)
    return {};
  auto const edits = edits_between(split(expected), split(actual));
  std::string out;
  std::size_t line = 1;
  bool shown = false;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    auto const& edit = edits[i];
    auto const show = near_change(edits, i);
    if (show && !shown)
      out += "@ line " + std::to_string(line) + '\n';
    if (show) {
      out.append({edit.mark, ' '}).append(edit.line);
      if (!edit.line.ends_with('\n'))
        out += "\n\\ no line feed at the end\n";
    }
    shown = show;
    if (edit.mark != '+')
      ++line;
  }
  return out;
}
