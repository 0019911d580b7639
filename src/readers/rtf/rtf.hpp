#pragma once

#include "grid/reading_builder.hpp"
#include "readers/reader.hpp"

namespace jixiao {

Identified identify_rtf(std::string_view bytes);

/// Reads the Rich Text Format (specification 1.9.1) that Word, WPS and LibreOffice write.
Reading read_rtf(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// The same, as a part of a document that is being read.
void read_rtf_into(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder);

} // namespace jixiao
