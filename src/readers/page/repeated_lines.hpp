#pragma once

#include "diagnostics/sink.hpp"
#include "readers/geometry/page_text.hpp"

#include <vector>

namespace jixiao {

/// Takes out the lines at the top of pages that repeat those at the beginning of the table which goes on there, as
/// where programs print its header on every page. They are reported.
void drop_repeated_lines(std::vector<RawPage>& pages, DiagnosticSink& sink);

} // namespace jixiao
