#include "readers/html/table.hpp"

#include "readers/flow/grid_in_cell.hpp"
#include "readers/html/look.hpp"
#include "readers/html/notes.hpp"
#include "readers/html/tree.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <string_view>

namespace jixiao {
namespace {

constexpr std::uint32_t most_columns = 1000; // of a colspan, by HTML

bool takes_room(GumboNode const& element, HtmlStyles& styles) {
  return html_look(element) != HtmlLook::hidden && !styles.state(element).removed;
}

bool is_row(GumboNode const& node, HtmlStyles& styles) {
  return is_html(node, GUMBO_TAG_TR) || styles.display(node) == CssDisplay::row;
}

std::uint64_t collapsed_behind(std::vector<bool> const& collapsed, std::size_t place) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < 64 && place + 1 + i < collapsed.size(); ++i)
    bits |= std::uint64_t{collapsed[place + 1 + i]} << i;
  return bits;
}

void add_group(GumboNode const& group, HtmlStyles& styles, HtmlTable& table) {
  auto& rows = table.rows;
  auto const first = rows.size();
  std::vector<bool> collapsed; // of all rows that count
  std::vector<std::size_t> places;
  for (auto const* row : html_children(group)) {
    if (!is_row(*row, styles))
      continue;
    bool const counts = takes_room(*row, styles), is_collapsed = styles.state(*row).collapsed;
    if (counts && !is_collapsed) {
      places.push_back(collapsed.size());
      rows.push_back({row});
    } else {
      table.hidden_rows.push_back(row);
    }
    if (counts)
      collapsed.push_back(is_collapsed);
  }
  for (auto i = first; i < rows.size(); ++i) {
    rows[i].rows_left = static_cast<std::uint32_t>(rows.size() - i);
    rows[i].collapsed = collapsed_behind(collapsed, places[i - first]);
  }
}

bool is_cell(GumboNode const& node, HtmlStyles& styles) {
  return is_html(node, GUMBO_TAG_TD) || is_html(node, GUMBO_TAG_TH) || styles.display(node) == CssDisplay::cell;
}

std::size_t rows_below(GumboNode const& root, HtmlStyles& styles) {
  std::size_t rows = 0;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    rows += is_row(*node, styles) ? 1 : 0;
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.begin(), children.end());
  }
  return rows;
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

bool is_html_table(GumboNode const& node, HtmlStyles& styles) {
  return is_html(node, GUMBO_TAG_TABLE) || styles.display(node) == CssDisplay::table;
}

HtmlTable html_table(GumboNode const& table, HtmlStyles& styles) {
  HtmlTable result;
  if (!is_html(table, GUMBO_TAG_TABLE)) {
    add_group(table, styles, result);
    for (auto const* child : html_children(table))
      if (styles.display(*child) == CssDisplay::rows)
        add_group(*child, styles, result);
    return result;
  }
  for (auto const group : {GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT})
    for (auto const* child : html_children(table))
      if (is_html(*child, group))
        add_group(*child, styles, result);
  for (auto const* child : html_children(table))
    if (is_html(*child, GUMBO_TAG_CAPTION))
      result.captions.push_back(child);
  return result;
}

std::vector<GumboNode const*> html_cells(GumboNode const& row, HtmlStyles& styles) {
  std::vector<GumboNode const*> cells;
  for (auto const* child : html_children(row))
    if (is_cell(*child, styles) && takes_room(*child, styles))
      cells.push_back(child);
  return cells;
}

bool is_first_of_row(GumboNode const& cell) {
  return std::ranges::none_of(html_children(*cell.parent).first(cell.index_within_parent),
                              [](auto const* node) { return node->type == GUMBO_NODE_ELEMENT; });
}

std::vector<HtmlCell> placed_cells(HtmlRow const& row, HtmlStyles& styles) {
  if (!row.cells.empty() || row.node == nullptr)
    return row.cells;
  std::vector<HtmlCell> placed;
  for (auto const* cell : html_cells(*row.node, styles))
    placed.push_back({cell, html_span(*cell, row)});
  return placed;
}

bool inner_tables_are_smaller(HtmlTable const& table, std::unordered_set<GumboNode const*> const& cells_with_tables,
                              HtmlStyles& styles) {
  constexpr std::size_t fewest_rows = 3; // of a table that is no mere frame
  std::size_t rows = 0, inner = 0;
  for (auto const& row : table.rows) {
    if (row.node == nullptr || !row.cells.empty())
      continue; // what holds a table is no grid
    std::size_t cells = 0, inner_in_row = 0;
    for (auto const* cell : html_children(*row.node)) {
      cells += is_cell(*cell, styles) ? 1 : 0;
      if (is_cell(*cell, styles) && cells_with_tables.contains(cell))
        inner_in_row += rows_below(*cell, styles);
    }
    rows += cells > 1 && inner_in_row == 0 ? 1 : 0;
    inner = std::max(inner, inner_in_row);
  }
  return rows >= fewest_rows && inner < rows;
}

std::unordered_set<GumboNode const*> cells_with_tables(GumboNode const& root, HtmlStyles& styles) {
  std::unordered_set<GumboNode const*> found;
  std::vector<GumboNode const*> waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.begin(), children.end());
    if (!is_html_table(*node, styles) || !takes_room(*node, styles))
      continue;
    auto const* outer = node->parent;
    while (outer != nullptr && !is_cell(*outer, styles))
      outer = outer->parent;
    if (outer != nullptr)
      found.insert(outer);
  }
  return found;
}

bool is_layout(HtmlTable const& table, std::vector<GumboNode const*> const& cells,
               std::unordered_set<GumboNode const*> const& cells_with_tables, bool may_hold_tables) {
  auto const holds_table = [&](GumboNode const* cell) { return cells_with_tables.contains(cell); };
  return (may_hold_tables && std::ranges::any_of(cells, holds_table)) ||
         (table.rows.size() == 1 && cells.size() == 1 && !holds_table(cells.front()));
}

namespace {

/// The only table in a cell without any text beside it.
GumboNode const* table_alone_in(GumboNode const& cell, HtmlStyles& styles) {
  GumboNode const* found = nullptr;
  std::vector<GumboNode const*> waiting = {&cell};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    bool const is_table = node != &cell && is_html_table(*node, styles);
    bool const is_text = node->type == GUMBO_NODE_TEXT && !is_blank(node->v.text.text);
    if (is_text || (is_table && found != nullptr))
      return nullptr;
    if (is_table) {
      found = node;
      continue;
    }
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.begin(), children.end());
  }
  return found;
}

bool is_filled_by_grid(GumboNode const& cell, HtmlStyles& styles) {
  auto const* const inner = table_alone_in(cell, styles);
  if (inner == nullptr)
    return false;
  auto const table = html_table(*inner, styles);
  GridInCell grid;
  for (auto const& row : table.rows) {
    grid.begin_row();
    for (auto const* part : html_cells(*row.node, styles))
      grid.cell(grid.is_in_head() ? html_text(*part) : std::string());
  }
  return grid.is_part_of_form();
}

} // namespace

bool lays_out_grid(std::vector<GumboNode const*> const& cells,
                   std::unordered_set<GumboNode const*> const& cells_with_tables, HtmlStyles& styles) {
  return !cells.empty() && cells.size() <= 1 + most_cells_beside_grid && cells_with_tables.contains(cells.back()) &&
         is_filled_by_grid(*cells.back(), styles);
}

std::uint32_t html_table_depth(GumboNode const& element, HtmlStyles& styles) {
  std::uint32_t depth = 0;
  for (auto const* outer = element.parent; outer != nullptr; outer = outer->parent)
    depth += is_html_table(*outer, styles) ? 1 : 0;
  return depth;
}

HtmlText text_of_empty_cell(GumboNode const& cell, HtmlTree const& tree, std::size_t size) {
  auto const& element = cell.v.element;
  auto const tag = tree.offset(element.original_tag.data, 0);
  auto const begin = std::min(tag + element.original_tag.length, size);
  auto const end = std::clamp<std::size_t>(element.end_pos.offset, begin, size);
  for (auto const* name : {"x:num", "x:str"})
    if (auto const* const value = html_attribute(cell, name); value != nullptr)
      return {value, begin, end};
  return {"", begin, end};
}

HtmlSpan html_span(GumboNode const& cell, HtmlRow const& row) {
  auto const x = std::clamp(leading_number(html_attribute(cell, "colspan"), 1), 1U, most_columns);
  auto const y = leading_number(html_attribute(cell, "rowspan"), 1);
  auto const out_of_sight = y < 2 ? 0 : row.collapsed & (y > 64 ? ~0ULL : (1ULL << (y - 1)) - 1);
  auto const seen = y - static_cast<std::uint32_t>(std::popcount(out_of_sight));
  return {x, y == 0 ? row.rows_left : std::min(seen, row.rows_left)};
}

} // namespace jixiao
