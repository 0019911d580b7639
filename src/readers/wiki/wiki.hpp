#pragma once

#include "readers/reader.hpp"

/// Text in the notations of wikis and manuals: tables of AsciiDoc (|===), MediaWiki ({| … |}) and reStructuredText
/// (.. list-table::), rows of bars as Jira, Textile, Creole and DokuWiki have them, and headings such as `h1. …` and
/// `== … ==`. Cells that are merged say so there. What is not such a mark is read as Markdown has it.
namespace jixiao {

Identified identify_wiki(std::string_view text);

Reading read_wiki(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
