#pragma once

#include "readers/reader.hpp"

/// Text of Word 97 documents whose table marks stand in it as characters, as catdoc prints them. A mark ends each cell
/// and each row; a single one is printed as a tab, two together as the end of a line, whichever cells they end. So an
/// empty cell looks like the end of a row, and the rows are told by how many cells the others have. Line ends are
/// doubled where the program wraps lines; a single one then stands for the space or tab at which a line was wrapped, or
/// for nothing. Lines are measured in bytes.
namespace jixiao {

Identified identify_table_marks(std::string_view text);

Reading read_table_marks(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
