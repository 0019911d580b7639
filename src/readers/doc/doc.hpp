#pragma once

#include "readers/reader.hpp"

namespace jixiao {

Identified identify_doc(std::string_view bytes);

/// Reads documents of Word 97 to 2003 (.doc) and of WPS (.wps): [MS-DOC] in a compound file.
Reading read_doc(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
