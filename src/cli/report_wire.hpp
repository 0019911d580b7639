#pragma once

#include <jixiao/outputs.hpp>
#include <jixiao/report.hpp>

namespace jixiao::cli {

/// A part of a report as texts, so that a worker can make it.
Rendered pack(ReportPart part);
ReportPart unpack_part(Rendered rendered);

} // namespace jixiao::cli
