#pragma once

#include "readers/reader.hpp"

/// SpreadsheetML workbooks (.xlsx, .xlsm; ECMA-376, strict and transitional). A sheet is a table in which every
/// position up to the last one used in its row is a cell: `AT.row` and `AT.cell` are the sheet's row and column,
/// counted from 0, and `AT.page` is the sheet's place in the workbook, from 1. Cells say what a person sees of them.
/// Hidden sheets, rows and columns are read and reported; charts, comments, headers and footers are left out.
namespace jixiao {

Identified identify_xlsx(std::string_view bytes);

Reading read_xlsx(SourceText const& source, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
