#pragma once

#include "readers/reader.hpp"

/// Workbooks in the XML of 2003 (SpreadsheetML of Office 2003, `urn:schemas-microsoft-com:office:spreadsheet`), under
/// whatever ending. Read like other workbooks: a sheet is a table, merged cells and hidden rows are known.
namespace jixiao {

Identified identify_spreadsheet_xml(std::string_view bytes);

Reading read_spreadsheet_xml(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
