#pragma once

#include "readers/reader.hpp"

namespace jixiao {

Verdict identify_rtf(std::string_view bytes);

/// Reads the Rich Text Format (specification 1.9.1) that Word, WPS and LibreOffice write.
Reading read_rtf(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
