#pragma once

#include "readers/reader.hpp"

/// Word documents (ECMA-376 part 1, WordprocessingML, strict and transitional) in a ZIP package (.docx, .docm) or in
/// one flat XML file (pkg:package), and WordML 2003 (w:wordDocument). Read as printed with all tracked changes
/// accepted. Page headers and footers are paragraphs; notes and comments are findings on the text that they stand
/// beside. Pages are not known: Word makes them when it prints.
namespace jixiao {

Identified identify_docx(std::string_view bytes);
Identified identify_word_xml(std::string_view bytes);

/// Both kinds; which one it is, the bytes tell.
Reading read_docx(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
