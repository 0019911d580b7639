#pragma once

#include "readers/reader.hpp"

/// Text with tables drawn in characters: of box-drawing characters as w3m and links print them, of + - | as databases
/// and reStructuredText do, or of | alone as antiword does. Consecutive lines that begin and end with a bar are a
/// table, all other text is paragraphs, whose lines are joined where only the width of the page broke them.
namespace jixiao {

Identified identify_ruled(std::string_view text);

Reading read_ruled(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
