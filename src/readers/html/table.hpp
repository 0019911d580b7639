#pragma once

#include "readers/html/flow.hpp"
#include "readers/html/styles.hpp"
#include "readers/html/tree.hpp"

#include <gumbo.h>

#include <cstdint>
#include <unordered_set>
#include <vector>

namespace jixiao {

/// Columns and rows that a cell covers.
struct HtmlSpan {
  std::uint32_t x = 1, y = 1;
};

struct HtmlCell {
  GumboNode const* node = nullptr;
  HtmlSpan span{};
};

/// A row of a table as it is printed.
struct HtmlRow {
  GumboNode const* node = nullptr; ///< null where no element holds the row alone
  std::uint32_t rows_left = 0;     ///< of its group (head, body, foot), itself counted: no cell reaches further
  std::uint64_t collapsed = 0;     ///< a bit for each of the next rows: it takes no room, though cells count it
  std::vector<HtmlCell> cells{};   ///< of a table that is a grid, or flexible boxes
};

struct HtmlTable {
  std::vector<GumboNode const*> captions;
  std::vector<HtmlRow> rows; ///< those of the head first, those of the foot last
  std::vector<GumboNode const*> hidden_rows;
};

/// True for a <table>, and for another element that its style makes one.
bool is_html_table(GumboNode const& node, HtmlStyles& styles);

HtmlTable html_table(GumboNode const& table, HtmlStyles& styles);

/// The cells of a row that take room.
std::vector<GumboNode const*> html_cells(GumboNode const& row, HtmlStyles& styles);

/// True when no cell stands before this one in its row.
bool is_first_of_row(GumboNode const& cell);

/// The cells of a row with what they cover.
std::vector<HtmlCell> placed_cells(HtmlRow const& row, HtmlStyles& styles);

/// The cells that hold a table.
std::unordered_set<GumboNode const*> cells_with_tables(GumboNode const& root, HtmlStyles& styles);

/// True when the tables in the table's cells have fewer rows than the table has around them: they are part of what a
/// cell says. False when the table does no more than put them in their places.
bool inner_tables_are_smaller(HtmlTable const& table, std::unordered_set<GumboNode const*> const& cells_with_tables,
                              HtmlStyles& styles);

/// A row with a table in one of its cells lays out the page, and so does the row of a table of one cell.
bool is_layout(HtmlTable const& table, std::vector<GumboNode const*> const& cells,
               std::unordered_set<GumboNode const*> const& cells_with_tables, bool may_hold_tables);

/// True for a row that holds a part of the form in a table of its own, as `绩效指标` does that has its rows in the cell
/// beside it.
bool lays_out_grid(std::vector<GumboNode const*> const& cells,
                   std::unordered_set<GumboNode const*> const& cells_with_tables, HtmlStyles& styles);

/// How many tables an element stands in.
std::uint32_t html_table_depth(GumboNode const& element, HtmlStyles& styles);

/// Excel keeps a number that is not printed otherwise in an attribute. `size` is that of the page.
HtmlText text_of_empty_cell(GumboNode const& cell, HtmlTree const& tree, std::size_t size);

/// What a cell covers, as HTML says: at most 1000 columns; a rowspan of 0 reaches to the group's end.
HtmlSpan html_span(GumboNode const& cell, HtmlRow const& row);

} // namespace jixiao
