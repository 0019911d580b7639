#pragma once

#include "readers/reader.hpp"

/// OFD documents (GB/T 33190), as they are printed: tables by their ruling lines.
namespace jixiao {

Verdict identify_ofd(std::string_view bytes);

Reading read_ofd(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
