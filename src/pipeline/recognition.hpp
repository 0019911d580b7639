#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "readers/reader.hpp"
#include "recognition/recognise.hpp"

#include <jixiao/convert.hpp>

#include <vector>

namespace jixiao {

/// From blocks of cells to the forms, title and sections of the document, with what claimed each cell.
/// `asked`: null, or a field to explain. `drafts`, where it is given, gets the beginning of a form grammar for each form
/// that no layout fits.
ClaimMap recognise(Opened& opened, GrammarSet const& grammars, Document& document, DiagnosticSink& sink,
                   recognition::WhyAsked* asked, std::vector<recognition::LayoutDraft>* drafts = nullptr);

} // namespace jixiao
