#pragma once

#include "diagnostics/sink.hpp"
#include "readers/reader.hpp"
#include "recognition/fields/draft.hpp"

#include <string>

namespace jixiao::recognition {

/// What there is to say of a form that was read: the remarks on its reading, labels that are not what the vocabulary
/// has, texts that may not be what was printed. `path` is that of the form, "/forms/2"; its places are filled in.
void report_form(Draft const& draft, Opened const& opened, std::string const& path, DiagnosticSink& sink);

} // namespace jixiao::recognition
