#pragma once

#include "readers/reader.hpp"

/// PDF documents, as they are printed: tables by their ruling lines.
namespace jixiao {

Verdict identify_pdf(std::string_view bytes);

Reading read_pdf(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
