#pragma once

#include "diagnostics/sink.hpp"
#include "readers/xlsx/merges.hpp"
#include "readers/xlsx/sheet.hpp"
#include "readers/xlsx/workbook.hpp"

namespace jixiao {

/// A sheet and its place in the reading.
struct SheetPlaceInReading {
  SheetEntry const& entry;
  std::uint32_t page = 0, table = 0;
};

/// Reports what a person does not see of a sheet that was read, and what could not be read.
void report_sheet(SheetPlaceInReading const& at, Sheet const& sheet, MergePlan const& plan, DiagnosticSink& sink);

} // namespace jixiao
