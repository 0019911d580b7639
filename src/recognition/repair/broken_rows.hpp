#pragma once

#include "grid/reading.hpp"
#include "recognition/labels/labels.hpp"
#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// True when line ends of a text with tabs stand inside cells: what ends a line is, with what begins the next one, a
/// label that neither of them is, or a sentence. Then no line end tells where a row ends. Linear in the rows.
bool has_broken_rows(Reading const& reading, LabelFinder const& labels);

/// Puts texts together again that go on in the next line, above the table of indicators and where the page breaks
/// cells: a line there begins with a label, or goes on with the cell before it.
void join_texts_over_lines(Page& page);

} // namespace jixiao::recognition
