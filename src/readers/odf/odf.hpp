#pragma once

#include "readers/reader.hpp"

/// OpenDocument files (OASIS ODF 1.3): texts and spreadsheets, in packages.
namespace jixiao {

Identified identify_odt(std::string_view bytes);
Identified identify_ods(std::string_view bytes);

Reading read_odt(SourceText const& source, Limits const& limits, DiagnosticSink& sink);
Reading read_ods(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
