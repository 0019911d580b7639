#include "readers/html/grids.hpp"

#include "readers/html/labels.hpp"
#include "readers/html/look.hpp"
#include "readers/html/notes.hpp"
#include "readers/html/tags.hpp"
#include "readers/html/tree.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace jixiao {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t longest_short_text = 120; // bytes

/// The elements that a box lays out; nothing when it has text of its own beside them.
std::optional<std::vector<GumboNode const*>> parts_of(GumboNode const& box, HtmlStyles& styles) {
  std::vector<GumboNode const*> parts;
  std::vector<GumboNode const*> waiting(html_children(box).rbegin(), html_children(box).rend());
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA) {
      if (!is_blank(node->v.text.text))
        return std::nullopt;
    } else if (node->type == GUMBO_NODE_ELEMENT) {
      auto const children = html_children(*node);
      if (styles.display(*node) == CssDisplay::contents)
        waiting.insert(waiting.end(), children.rbegin(), children.rend());
      else if (html_look(*node) != HtmlLook::hidden)
        parts.push_back(node);
    }
  }
  styles.arrange(box, parts);
  return parts;
}

bool may_be_value(GumboNode const& node) {
  return !heading_tags.has(node.v.element.tag) && !has_label_or_title(html_text(node));
}

/// A label with its value below it: `<div><label>项目名称</label><div>…</div></div>`,
/// `<div><p>项目名称：</p><p>…</p></div>`. A style sheet of the site sets them side by side, which a page that was
/// saved alone has lost. That two parts of a box are such a pair is assumed of a box that holds nothing else, whose
/// first part is a <label> or a short text with a colon at its end, and whose second part is neither a heading nor a
/// title, nor has a label of its own: those begin something else, and the label was left blank.
bool is_labelled_value(GumboNode const& node, HtmlStyles& styles) {
  constexpr std::size_t longest_label = 60; // bytes
  auto const look = html_look(node);
  auto const parts = look == HtmlLook::block || look == HtmlLook::item ? parts_of(node, styles) : std::nullopt;
  if (!parts || parts->size() != 2 || html_look(*parts->back()) != HtmlLook::block)
    return false;
  auto const text = html_text(*parts->front());
  auto const label = trim(text);
  bool const is_label = is_html(*parts->front(), GUMBO_TAG_LABEL) || label.ends_with("：") || label.ends_with(":");
  return is_label && !label.empty() && label.size() <= longest_label && may_be_value(*parts->back());
}

bool is_row_of_parts(GumboNode const& node, HtmlStyles& styles) {
  return (styles.display(node) == CssDisplay::flex && !styles.state(node).runs_down) || is_labelled_value(node, styles);
}

/// Tables of values have many short texts, and no headings in them.
bool is_like_table(HtmlTable const& table) {
  std::size_t cells = 0, brief = 0, rows_with_parts = 0;
  for (auto const& row : table.rows) {
    rows_with_parts += row.cells.size() > 1 ? 1 : 0;
    for (auto const& cell : row.cells) {
      if (cell.node->type != GUMBO_NODE_ELEMENT || heading_tags.has(cell.node->v.element.tag))
        return false;
      auto const text = html_text(*cell.node);
      ++cells;
      brief += text.size() <= longest_short_text ? 1 : 0;
    }
  }
  return rows_with_parts >= fewest_rows && brief * 3 >= cells * 2;
}

void set_rows_left(HtmlTable& table) {
  for (std::size_t i = 0; i < table.rows.size(); ++i)
    table.rows[i].rows_left = static_cast<std::uint32_t>(table.rows.size() - i);
}

std::optional<HtmlTable> table_of_boxes(GumboNode const& box, HtmlStyles& styles) {
  auto const boxes = parts_of(box, styles);
  if (!boxes)
    return std::nullopt;
  std::unordered_set<GumboNode const*> with_parts;
  std::ranges::copy_if(*boxes, std::inserter(with_parts, with_parts.end()),
                       [&](GumboNode const* node) { return is_row_of_parts(*node, styles); });
  if (with_parts.size() < fewest_rows)
    return std::nullopt;
  HtmlTable table;
  for (auto const* row : *boxes) {
    if (styles.state(*row).removed) {
      table.hidden_rows.push_back(row);
      continue;
    }
    auto const cells = with_parts.contains(row) ? parts_of(*row, styles) : std::vector{row};
    if (!cells)
      return std::nullopt;
    table.rows.push_back({row});
    for (auto const* cell : *cells)
      if (!styles.state(*cell).removed)
        table.rows.back().cells.push_back({cell});
      else
        table.hidden_rows.push_back(cell);
  }
  return table;
}

/// A list of terms: each begins a row, and what is said of it stands behind it.
std::optional<HtmlTable> table_of_terms(GumboNode const& list, HtmlStyles& styles) {
  HtmlTable table;
  std::vector<GumboNode const*> waiting(html_children(list).rbegin(), html_children(list).rend());
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    bool const is_term = is_html(*node, GUMBO_TAG_DT);
    if (is_html(*node, GUMBO_TAG_DIV))
      waiting.insert(waiting.end(), html_children(*node).rbegin(), html_children(*node).rend());
    else if ((is_term || is_html(*node, GUMBO_TAG_DD)) && styles.state(*node).removed)
      table.hidden_rows.push_back(node);
    else if (is_term)
      table.rows.emplace_back().cells.push_back({node});
    else if (is_html(*node, GUMBO_TAG_DD) && !table.rows.empty())
      table.rows.back().cells.push_back({node});
    else if (node->type == GUMBO_NODE_ELEMENT || (node->type == GUMBO_NODE_TEXT && !is_blank(node->v.text.text)))
      return std::nullopt;
  }
  return table;
}

/// Where the cells of a grid stand: each in the next room that is wide enough.
class GridPlaces {
public:
  explicit GridPlaces(std::uint32_t columns) : columns_(columns), free_from_(columns) {}

  /// The row that a cell begins in.
  std::size_t take(HtmlSpan span) {
    while (column_ + span.x > columns_ || is_taken(span.x))
      if (++column_ >= columns_)
        column_ = 0, ++row_;
    std::fill_n(free_from_.begin() + column_, span.x, row_ + span.y);
    column_ += span.x;
    return row_;
  }

private:
  bool is_taken(std::uint32_t width) const {
    auto const first = free_from_.begin() + column_;
    return std::any_of(first, first + width, [&](std::size_t free) { return free > row_; });
  }

  std::uint32_t columns_, column_ = 0;
  std::size_t row_ = 0;
  std::vector<std::size_t> free_from_; ///< for each column the first row that no cell covers
};

std::optional<HtmlTable> table_of_grid(GumboNode const& grid, HtmlStyles& styles) {
  auto const columns = styles.state(grid).tracks;
  auto const cells = columns < 2 ? std::nullopt : parts_of(grid, styles);
  if (!cells)
    return std::nullopt;
  HtmlTable table;
  GridPlaces places(columns);
  for (auto const* cell : *cells) {
    auto const& state = styles.state(*cell);
    if (state.removed) {
      table.hidden_rows.push_back(cell);
      continue;
    }
    auto const width = state.columns_in_grid == 0 ? columns : std::min(state.columns_in_grid, columns);
    HtmlSpan const span{width, std::max(state.rows_in_grid, 1U)};
    auto const row = places.take(span);
    while (table.rows.size() <= row)
      table.rows.emplace_back();
    table.rows[row].cells.push_back({cell, span});
  }
  return table;
}

std::optional<HtmlTable> grid_table(GumboNode const& element, HtmlStyles& styles) {
  auto table = styles.display(element) == CssDisplay::grid ? table_of_grid(element, styles)
               : is_html(element, GUMBO_TAG_DL)            ? table_of_terms(element, styles)
                                                           : table_of_boxes(element, styles);
  if (!table || !is_like_table(*table))
    return std::nullopt;
  set_rows_left(*table);
  return table;
}

/// Without grids of a style sheet nothing in a table is one.
std::vector<GumboNode const*> elements_in_order(GumboNode const& root, HtmlStyles& styles) {
  std::vector<GumboNode const*> elements, waiting = {&root};
  while (!waiting.empty()) {
    auto const* const node = waiting.back();
    waiting.pop_back();
    if (node->type == GUMBO_NODE_ELEMENT)
      elements.push_back(node);
    if (!styles.has_grids() && is_html_table(*node, styles))
      continue;
    auto const children = html_children(*node);
    waiting.insert(waiting.end(), children.rbegin(), children.rend());
  }
  return elements;
}

} // namespace

bool is_label_or_its_value(GumboNode const& node, HtmlStyles& styles) {
  constexpr std::size_t most_nodes = 7; // of a label and its value, with the white space around them
  auto const* const box = node.parent;
  if (box == nullptr || html_children(*box).size() > most_nodes || !is_labelled_value(*box, styles))
    return false;
  auto const parts = parts_of(*box, styles);
  auto const text = html_text(*parts->front());
  auto const label = trim(text);
  return label.ends_with("：") || label.ends_with(":");
}

HtmlGrids::HtmlGrids(GumboNode const& root, HtmlStyles& styles) {
  auto const elements = elements_in_order(root, styles);
  std::unordered_set<GumboNode const*> with_tables;
  for (auto at = elements.rbegin(); at != elements.rend(); ++at) { // what is inside comes first
    auto const& element = **at;
    bool holds_table = with_tables.contains(&element) || is_html_table(element, styles);
    if (!holds_table && !styles.state(element).removed)
      if (auto table = grid_table(element, styles)) {
        tables_.emplace(&element, *std::move(table));
        holds_table = true;
      }
    if (holds_table)
      with_tables.insert(element.parent);
  }
}

HtmlTable const* HtmlGrids::find(GumboNode const& element) const {
  auto const found = tables_.find(&element);
  return found == tables_.end() ? nullptr : &found->second;
}

} // namespace jixiao
