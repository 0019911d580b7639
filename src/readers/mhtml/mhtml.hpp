#pragma once

#include "grid/reading_builder.hpp"
#include "readers/reader.hpp"

#include <string_view>

/// Web archives (MHTML, RFC 2557): pages saved as a single file by browsers, and by Word and Excel under any name. All
/// pages are read in their order, without frames and the bar of sheets that Excel adds. The parts have no lines that a
/// person could count, so cells have no place but table, row and column.
namespace jixiao {

Identified identify_mhtml(std::string_view bytes);

Reading read_mhtml(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

/// Reads an archive that stands in another document into the reading of that document, which has no open table.
void read_mhtml_into(std::string_view bytes, Limits const& limits, DiagnosticSink& sink, ReadingBuilder& builder);

} // namespace jixiao
