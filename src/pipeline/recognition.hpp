#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "readers/reader.hpp"
#include "recognition/recognise.hpp"

#include <jixiao/convert.hpp>

namespace jixiao {

/// From blocks of cells to the forms, title and sections of the document, with what claimed each cell.
ClaimMap recognise(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink,
                   recognition::WhyAsked* asked);

} // namespace jixiao
