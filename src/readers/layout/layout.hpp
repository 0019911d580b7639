#pragma once

#include "readers/reader.hpp"

/// Text aligned in columns by white space, as `pdftotext -layout` prints it. That program counts a column a character,
/// others two for an ideograph: what lines up better is taken.
namespace jixiao {

Identified identify_layout(std::string_view text);

Reading read_layout(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
