#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// Where every line of a page became a row, what fills more than one line of its cell goes on in the row below, which
/// has nothing else: no label, and nothing beside what stands above it. Above the first table of indicators such texts
/// are joined to the values of the row above (Page::cut_texts). Linear in the pieces.
void join_continued_rows(Page& page);

} // namespace jixiao::recognition
