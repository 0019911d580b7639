#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "forms/grammar_set_impl.hpp"
#include "readers/reader.hpp"

#include "recognition/pieces.hpp"

#include <jixiao/document.hpp>

namespace jixiao::recognition {

/// Text is a grid only where its reader saw one; the other carriers know theirs.
Grid grid_of(std::string_view media_type);

/// Reads the forms of a document by the vocabulary, whatever their layout. Findings go to the sink; what took each cell
/// is returned.
ClaimMap recognise(Opened const& opened, GrammarSet::Impl const& grammars, Document& document, DiagnosticSink& sink);

} // namespace jixiao::recognition
