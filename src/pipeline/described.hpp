#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "readers/reader.hpp"

#include <jixiao/convert.hpp>

namespace jixiao {

/// Reads forms whose layout a form grammar describes. May lay the reading out anew: text with a cell a line and tables
/// scraped off a page have lost their rows.
ClaimMap recognise_described(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink);

} // namespace jixiao
