#pragma once

#include "diagnostics/sink.hpp"
#include "forms/form_grammar.hpp"
#include "forms/page.hpp"

#include <cstdint>
#include <vector>

namespace jixiao {

/// A stretch of rows that is one form, and the grammar that fits it best.
struct FormCandidate {
  std::uint32_t first_row = 0;
  std::uint32_t end_row = 0;
  std::int32_t title_row = -1; ///< -1: the form has no title line of its own
  std::uint16_t form = 0;      ///< index of the grammar
  double score = 0;            ///< labels found, and a bonus for the title
  std::int32_t runner_up = -1; ///< another grammar that fits nearly as well, or -1
};

/// Cuts the document into forms. A form starts at a title line, or where a label that opens the form comes again
/// after an indicator table. Linear in cells times the grammars that know a label.
std::vector<FormCandidate> find_candidates(Page const& page, std::vector<FormGrammar> const& forms);

/// The grammar that came nearest when no candidate was found, by its number of labels seen; for the message.
std::string nearest_grammar(Page const& page, std::vector<FormGrammar> const& forms);

/// True for a row with one non-blank cell that is a title of some grammar; a heading ordinal before it is allowed.
bool is_title_row(Page const& page, std::size_t row);

} // namespace jixiao
