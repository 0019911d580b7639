#pragma once

#include "readers/reader.hpp"

/// Words with their boxes, from a PDF: the XHTML of `pdftotext -bbox` and `-bbox-layout` (flows, blocks and lines are
/// looked through), and the table of `pdftotext -tsv`.
namespace jixiao {

Identified identify_bbox(std::string_view text);

Reading read_bbox(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

Identified identify_word_table(std::string_view text);

Reading read_word_table(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
