#pragma once

#include "readers/reader.hpp"

/// Markdown as converters write it, and the same texts without marks (`pandoc -t plain`): pipe, simple, multiline and
/// grid tables, tables of HTML, and, as scrapers of PDF files mix them in, lines with tabs, which are rows as the tsv
/// reader has them. Marks of headings, lists, quotes, code and emphasis go. A line is a paragraph, unless it was
/// wrapped.
namespace jixiao {

Identified identify_markdown(std::string_view text);

Reading read_markdown(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
