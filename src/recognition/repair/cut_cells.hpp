#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// Tools that scrape pages cut a merged cell at every column that runs through it, and leave or double a character at
/// the edge: 项 | 目名称, 全 | 市性行业协会商 | 商会基层党组织. Where labels and values of the reading say that this
/// was done, its rows are rows. Linear in the cells.
bool has_cut_cells(Reading const& reading, LabelFinder const& labels);

/// Makes one of the pieces of each text of such a page (Page::cut_texts); another stays as it is. Linear.
void join_cut_cells(Page& page, LabelFinder const& labels);

} // namespace jixiao::recognition
