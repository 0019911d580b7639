#pragma once

#include "grid/reading_builder.hpp"
#include "readers/reader.hpp"

#include <cstdint>
#include <string_view>

/// Web pages, and what calls itself a workbook or a Word document and is one (HTML 5, parsed as browsers do). Block
/// elements and <br> end a paragraph, and a line in a cell; white space is collapsed. What a browser does not print is
/// left out: scripts, styles, the head, comments, <noscript>, and elements that are hidden.
namespace jixiao {

Identified identify_html(std::string_view text);

Reading read_html(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// Reads a piece of HTML that stands in another text into the reading of that text, which has no open table. `line`
/// (1-based) and `begin` (byte offset) say where the piece begins in the decoded source; a piece in line 0 has no
/// places there.
void read_html_fragment(std::string_view html, std::uint32_t line, std::uint32_t begin, Limits const& limits,
                        DiagnosticSink& sink, ReadingBuilder& builder);

} // namespace jixiao
