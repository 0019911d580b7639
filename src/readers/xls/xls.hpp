#pragma once

#include "readers/reader.hpp"

namespace jixiao {

Identified identify_xls(std::string_view bytes);

/// Reads workbooks of Excel 95 to 2003 (.xls) and of WPS (.et): BIFF5 to BIFF8 in a compound file.
Reading read_xls(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
