#pragma once

#include "diagnostics/sink.hpp"
#include "forms/claims.hpp"
#include "forms/grammar_set_impl.hpp"
#include "readers/reader.hpp"
#include "recognition/layouts/layout_draft.hpp"

#include "recognition/make_page.hpp"

#include <jixiao/document.hpp>
#include <jixiao/why.hpp>

#include <vector>

namespace jixiao::recognition {

/// Text is a grid only where its reader saw one; the other carriers know theirs.
Grid grid_of(std::string_view media_type);

/// A field of which somebody asks why it was read as it was.
struct WhyAsked {
  std::string_view pointer;
  std::optional<Why> answer;
};

/// Reads the forms of a document by the vocabulary, whatever their layout. Findings go to the sink; what took each cell
/// is returned. `asked`: null, or a field to explain. `drafts`, where it is given, gets the beginning of a form grammar
/// for each form that no layout fits.
ClaimMap recognise(Opened const& opened, GrammarSet::Impl const& grammars, Document& document, DiagnosticSink& sink,
                   WhyAsked* asked = nullptr, std::vector<LayoutDraft>* drafts = nullptr);

} // namespace jixiao::recognition
