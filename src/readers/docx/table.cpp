#include "readers/docx/table.hpp"

#include "readers/flow/grid_in_cell.hpp"
#include "readers/xml.hpp"
#include "text/clean.hpp"

#include <algorithm>
#include <string>

namespace jixiao::docx {
namespace {

/// w:cellMerge tracks a change of w:vMerge, and writes the values short.
bool continues(pugi::xml_node merge, std::string_view attribute_name) {
  auto const value = jixiao::attribute(merge, attribute_name);
  return value != "restart" && value != "rest";
}

/// A row's or a cell's properties, which stand before what it holds.
pugi::xml_node properties_of(pugi::xml_node node, Element properties) {
  for (auto const found : children(node)) {
    auto const element = element_of(found);
    if (element == properties)
      return found;
    if (element != Element::skipped)
      break;
  }
  return {};
}

/// Rows of a height that no letter has room in (w:trHeight, in twentieths of a point).
bool is_too_low(pugi::xml_node height) {
  constexpr std::uint32_t lowest = 41;
  auto const rule = jixiao::attribute(height, jixiao::attribute(height, "hRule").empty() ? "h-rule" : "hRule");
  return rule == "exact" && number_of(height, lowest) < lowest;
}

} // namespace

RowPlace row_place(pugi::xml_node row, Changes& changes) {
  RowPlace place;
  for (auto const property : children(properties_of(row, Element::tr_pr))) {
    auto const element = element_of(property);
    if (element == Element::grid_before)
      place.skipped_columns = number_of(property, 0);
    else if (element == Element::ins)
      ++changes.insertions;
    else if (element == Element::del)
      ++changes.deletions, place.deleted = true;
    else if (element == Element::hidden_row)
      place.hidden |= is_on(property);
    else if (element == Element::row_height)
      place.hidden |= is_too_low(property);
    else if (element == Element::annotation)
      place.deleted |= !is_read_annotation(property, changes);
  }
  return place;
}

CellPlace cell_place(pugi::xml_node cell, Changes& changes) {
  CellPlace place;
  for (auto const property : children(properties_of(cell, Element::tc_pr))) {
    auto const element = element_of(property);
    if (element == Element::grid_span)
      place.columns = std::max(number_of(property, 1), 1U);
    else if (element == Element::v_merge)
      place.goes_on_above = continues(property, "val"), place.begins_down = !place.goes_on_above;
    else if (element == Element::h_merge)
      place.goes_on_left = continues(property, "val");
    else if (element == Element::cell_merge && !jixiao::attribute(property, "vMerge").empty())
      place.goes_on_above = continues(property, "vMerge");
    else if (element == Element::shading)
      place.background = colour_of_shading(property);
    else if (element == Element::cell_ins)
      ++changes.insertions;
    else if (element == Element::cell_del)
      ++changes.deletions, place.deleted = true;
  }
  return place;
}

std::uint32_t grid_columns(pugi::xml_node table) {
  std::uint32_t count = 0;
  for (auto const column : children(child(table, Element::tbl_grid)))
    count += element_of(column) == Element::grid_col ? 1 : 0;
  return count;
}

bool holds_table(pugi::xml_node node) {
  for (Walk walk(node); walk.more();) {
    auto const element = element_of(walk.node());
    if (element == Element::tbl)
      return true;
    bool const done = element == Element::p || element == Element::tc_pr || element == Element::tr_pr ||
                      element == Element::skipped ||
                      (element == Element::alternative && !is_first_alternative(walk.node()));
    done ? walk.skip() : walk.descend();
  }
  return false;
}

bool inner_tables_are_smaller(pugi::xml_node table) {
  constexpr std::size_t fewest_rows = 3; // of a table that is no mere frame
  std::size_t rows = 0, inner = 0, cells = 0, inner_in_row = 0;
  auto const end_row = [&] {
    rows += cells > 1 && inner_in_row == 0 ? 1 : 0;
    inner = std::max(inner, inner_in_row);
    cells = inner_in_row = 0;
  };
  for (Walk walk(table); walk.more();) {
    auto const node = walk.node();
    auto const element = element_of(node);
    if (element == Element::tr)
      end_row();
    cells += element == Element::tc ? 1 : 0;
    if (element == Element::tc && holds_table(node))
      for (Walk below(node); below.more(); below.descend())
        inner_in_row += element_of(below.node()) == Element::tr ? 1 : 0;
    element == Element::tc || element == Element::p ? walk.skip() : walk.descend();
  }
  end_row();
  return rows >= fewest_rows && inner < rows;
}

namespace {

/// The only table in a cell without any text beside it.
pugi::xml_node table_alone_in(pugi::xml_node cell) {
  pugi::xml_node found;
  for (Walk walk(cell); walk.more();) {
    auto const node = walk.node();
    auto const element = element_of(node);
    bool const is_table = element == Element::tbl;
    if ((is_table && exists(found)) || (element == Element::t && !is_blank(node.child_value())))
      return {};
    found = is_table ? node : found;
    is_table ? walk.skip() : walk.descend();
  }
  return found;
}

std::string text_below(pugi::xml_node cell) {
  std::string text;
  for (Walk walk(cell); walk.more(); walk.descend())
    if (element_of(walk.node()) == Element::t)
      text += walk.node().child_value();
  return text;
}

bool is_filled_by_grid(pugi::xml_node cell) {
  auto const table = table_alone_in(cell);
  if (!exists(table))
    return false;
  GridInCell grid;
  for (Walk walk(table); walk.more();) {
    auto const element = element_of(walk.node());
    if (element == Element::tr)
      grid.begin_row();
    if (element == Element::tc)
      grid.cell(grid.is_in_head() ? text_below(walk.node()) : std::string());
    element == Element::tc || element == Element::p ? walk.skip() : walk.descend();
  }
  return grid.is_part_of_form();
}

} // namespace

bool lays_out_grid(pugi::xml_node row) {
  std::size_t cells = 0;
  pugi::xml_node last;
  for (Walk walk(row); walk.more();) {
    bool const is_cell = element_of(walk.node()) == Element::tc;
    cells += is_cell ? 1 : 0;
    last = is_cell ? walk.node() : last;
    is_cell ? walk.skip() : walk.descend();
  }
  return exists(last) && cells <= 1 + most_cells_beside_grid && is_filled_by_grid(last);
}

void GridCheck::begin_row(std::uint32_t skipped_columns) {
  above_.swap(starts_);
  starts_.clear();
  at_ = skipped_columns;
  misplaced_ = false;
}

void GridCheck::cell(CellPlace const& place) {
  if (!place.goes_on_left) {
    misplaced_ |= place.goes_on_above && !std::ranges::binary_search(above_, at_);
    starts_.push_back(at_);
  }
  at_ += place.columns;
}

} // namespace jixiao::docx
