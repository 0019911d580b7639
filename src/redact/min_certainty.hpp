#pragma once

#include "diagnostics/sink.hpp"

#include <jixiao/document.hpp>

namespace jixiao {

/// Empties the fields that were read with less certainty than `least`, with a finding each. The findings so far are
/// those of the reading.
void withhold_below(Certainty least, Document& document, DiagnosticSink& sink);

} // namespace jixiao
