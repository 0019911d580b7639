#pragma once

#include "readers/flow/flow.hpp"

#include <vector>

namespace jixiao::flow {

/// A finding on a cell of a sheet.
struct SheetFinding {
  std::uint32_t row = 0, column = 0;
  Finding finding;
};

void report(std::vector<SheetFinding> const& findings, std::uint32_t page, std::uint32_t table, DiagnosticSink& sink);

} // namespace jixiao::flow
