#pragma once

#include "readers/reader.hpp"

/// Tab-separated text. A line without a tab is a paragraph; consecutive lines with tabs are a table, and a blank line
/// ends it. Lines end with LF, CR LF, CR, VT, U+2028 or U+2029, and with a form feed, which also turns the page; only
/// the first three count as lines, as in an editor. There is no quoting.
namespace jixiao {

Identified identify_tsv(std::string_view text);

Reading read_tsv(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
