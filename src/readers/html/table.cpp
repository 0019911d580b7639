#include "readers/html/table.hpp"

#include "readers/html/look.hpp"
#include "readers/html/tree.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace jixiao {
namespace {

constexpr std::uint32_t most_columns = 1000; // of a colspan, by HTML

bool is_shown(GumboNode const& element) { return html_look(element) != HtmlLook::hidden; }

void add_group(GumboNode const& group, std::vector<HtmlRow>& rows) {
  auto const first = rows.size();
  for (auto const* row : html_children(group))
    if (is_html(*row, GUMBO_TAG_TR) && is_shown(*row))
      rows.push_back({row});
  for (auto i = first; i < rows.size(); ++i)
    rows[i].rows_left = static_cast<std::uint32_t>(rows.size() - i);
}

/// The digits that a number begins with, behind white space; `otherwise` when there are none.
std::uint32_t leading_number(char const* value, std::uint32_t otherwise) {
  std::string_view text = value == nullptr ? "" : value;
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f+"), text.size()));
  std::uint32_t number = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && text[digits] >= '0' && text[digits] <= '9'; ++digits)
    number = std::min(number * 10 + static_cast<std::uint32_t>(text[digits] - '0'), 1'000'000U);
  return digits == 0 ? otherwise : number;
}

} // namespace

HtmlTable html_table(GumboNode const& table) {
  HtmlTable result;
  for (auto const group : {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT})
    for (auto const* child : html_children(table))
      if (is_html(*child, group) && is_shown(*child))
        add_group(*child, result.rows);
  for (auto const* child : html_children(table))
    if (is_html(*child, GUMBO_TAG_CAPTION))
      result.captions.push_back(child);
  return result;
}

std::vector<GumboNode const*> html_cells(GumboNode const& row) {
  std::vector<GumboNode const*> cells;
  for (auto const* child : html_children(row))
    if ((is_html(*child, GUMBO_TAG_TD) || is_html(*child, GUMBO_TAG_TH)) && is_shown(*child))
      cells.push_back(child);
  return cells;
}

std::unordered_set<GumboNode const*> cells_with_tables(GumboNode const& root) {
  std::unordered_set<GumboNode const*> found;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.begin(), children.end());
    if (!is_html(*node, GUMBO_TAG_TABLE) || !is_shown(*node))
      continue;
    auto const* outer = node->parent;
    while (outer != nullptr && !is_html(*outer, GUMBO_TAG_TD) && !is_html(*outer, GUMBO_TAG_TH))
      outer = outer->parent;
    if (outer != nullptr)
      found.insert(outer);
  }
  return found;
}

std::uint32_t html_table_depth(GumboNode const& element) {
  std::uint32_t depth = 0;
  for (auto const* outer = element.parent; outer != nullptr; outer = outer->parent)
    depth += is_html(*outer, GUMBO_TAG_TABLE) ? 1 : 0;
  return depth;
}

HtmlSpan html_span(GumboNode const& cell, std::uint32_t rows_left) {
  auto const x = std::clamp(leading_number(html_attribute(cell, "colspan"), 1), 1U, most_columns);
  auto const y = leading_number(html_attribute(cell, "rowspan"), 1);
  return {x, y == 0 ? rows_left : std::min(y, rows_left)};
}

} // namespace jixiao
