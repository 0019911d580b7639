#pragma once

#include "readers/package.hpp"
#include "readers/xlsx/sheet.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jixiao {

/// What lies over a sheet or stands around it, and in no cell.
struct SheetSurroundings {
  std::vector<std::string> above, below; ///< texts, in the order in which they are read
  std::vector<TextFinding> findings;     ///< on none of its cells
};

/// Reads the drawings, controls, embedded objects, comments and page headers of a sheet. A text box, a check box or a
/// picture that lies in a cell becomes its text or a finding on it; other texts stand above or below the table.
SheetSurroundings read_surroundings(Package& package, std::string_view part, pugi::xml_node worksheet,
                                    Limits const& limits, DiagnosticSink& sink, Sheet& sheet, ReadingBuilder& builder);

} // namespace jixiao
