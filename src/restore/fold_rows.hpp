#pragma once

#include "diagnostics/sink.hpp"
#include "forms/form_grammar.hpp"
#include "forms/lexicon.hpp"
#include "grid/reading.hpp"

#include <vector>

namespace jixiao {

/// Puts forms back into rows whose cells arrive one a line with nothing left of their rows, as LibreOffice's text
/// export has them. The grammar's labels say where rows begin, an empty line is an empty cell, and below the header of
/// an indicator table each row has as many cells as the header. What cannot be told apart so stays as lines of text,
/// with a diagnostic. A reading with tables of its own is left as it is. Linear.
void fold_rows(Reading& reading, Lexicon const& lexicon, std::vector<FormGrammar> const& forms, DiagnosticSink& sink);

} // namespace jixiao
