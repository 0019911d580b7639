#pragma once

#include "readers/reader.hpp"

/// One cell a line, as tables are scraped from Word: each cell on a line of its own behind a tab, a blank line after
/// each row, two or more after a table. A line without the tab right under a cell is a further paragraph of it; any
/// other is a paragraph of the document. `[bookmark: name]` marks are no text.
namespace jixiao {

Identified identify_cells(std::string_view text);

Reading read_cells(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
