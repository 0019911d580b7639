#pragma once

#include "diagnostics/sink.hpp"
#include "readers/xlsx/sheet.hpp"
#include "readers/xlsx/workbook.hpp"

namespace jixiao {

/// A sheet and its place in the reading.
struct SheetPlaceInReading {
  SheetEntry const& entry;
  std::uint32_t page = 0, table = 0;
};

/// Reports a sheet that is not read, since it is hidden.
void report_hidden_sheet(SheetPlaceInReading const& at, Sheet const& sheet, DiagnosticSink& sink);

/// Takes the hidden rows and columns out, and reports them.
void report_hidden_cells(SheetPlaceInReading const& at, Sheet& sheet, DiagnosticSink& sink);

/// Reports what a person does not see of a sheet that was read, and what could not be read.
void report_sheet(SheetPlaceInReading const& at, Sheet const& sheet, DiagnosticSink& sink);

} // namespace jixiao
