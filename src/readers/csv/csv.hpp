#pragma once

#include "readers/reader.hpp"

/// Comma-separated values (RFC 4180), and the same with semicolons, or with tabs where fields are quoted, as
/// spreadsheet programs save them. A record of one field is a paragraph, and so is one that is padded to the width of
/// the sheet, above a table or below an empty row; consecutive others are a table, and a blank line ends it.
namespace jixiao {

Identified identify_csv(std::string_view text);

Reading read_csv(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
