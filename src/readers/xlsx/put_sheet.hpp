#pragma once

#include "readers/xlsx/drawings.hpp"
#include "readers/xlsx/report.hpp"

#include <jixiao/convert.hpp>

namespace jixiao {

/// Puts what a person sees of a sheet into a reading, and reports what is hidden or lies covered: texts above and below
/// the table as paragraphs, findings on their cells. True when there is a table.
bool put_sheet(SheetPlaceInReading const& place, Sheet sheet, SheetSurroundings const& around, Limits const& limits,
               DiagnosticSink& sink, ReadingBuilder& builder);

/// Sheets that nobody sees are not read, unless there are no others.
template <class Sheets> bool any_is_shown(Sheets const& sheets) {
  for (auto const& sheet : sheets)
    if (!sheet.hidden)
      return true;
  return false;
}

} // namespace jixiao
