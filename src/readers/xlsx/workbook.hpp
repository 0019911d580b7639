#pragma once

#include "readers/package.hpp"

#include <optional>
#include <string>
#include <vector>

namespace jixiao {

struct SheetEntry {
  std::string name, part;
  bool hidden = false;
};

/// The parts that a workbook consists of. Names of parts that it lacks are empty.
struct Workbook {
  std::vector<SheetEntry> sheets; ///< in the order of their tabs; a chart's has no part
  std::string strings_part, styles_part;
  bool epoch_1904 = false;           ///< dates count from 1904
  bool computes_when_opened = false; ///< formulas have to be computed before their values are shown
};

/// Finds the workbook by the relationships of its package. Nothing when there is none, which is reported.
std::optional<Workbook> read_workbook(Package& package, Limits const& limits, DiagnosticSink& sink);

} // namespace jixiao
