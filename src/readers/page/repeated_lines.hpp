#pragma once

#include "diagnostics/sink.hpp"
#include "readers/geometry/page_text.hpp"

#include <vector>

namespace jixiao {

/// Takes out the lines at the top of pages that stand at the top of the page before, too, or among the first ones
/// there, as where programs print the header of a table on every page. They are reported.
void drop_repeated_lines(std::vector<RawPage>& pages, DiagnosticSink& sink);

} // namespace jixiao
