#pragma once

#include "readers/lattice/lattice.hpp"
#include "readers/page/page.hpp"

#include <string>
#include <vector>

/// A table that is wider than its pages: programs print its further columns on pages of their own, which show the same
/// rows at the same heights.
namespace jixiao {

/// Where a page with tables has lines.
struct TableEdges {
  std::vector<float> xs, ys; ///< in order
  float width = 0, height = 0;
  std::u32string lead; ///< what the first cell of the uppermost table says
};

TableEdges edges_of(PageModel const& page, Lattices const& lattices);

/// True when another row like the last one would have had room on the page.
bool has_room_below(TableEdges const& page);

bool have_same_columns(TableEdges const& a, TableEdges const& b);

/// True when the tables of `next` are further columns of those on the pages from `first` to `page` beside each other.
/// `known`: pages with such columns stood beside each other before, so that few rows are enough.
bool stands_beside(TableEdges const& first, TableEdges const& page, TableEdges const& next, bool known = false);

/// Lays what `next` shows to the right of `page`, from where its last tables end. What both show of a text is kept
/// once.
void lay_beside(PageModel& page, TableEdges const& last, PageModel next, TableEdges const& edges);

} // namespace jixiao
