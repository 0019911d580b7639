#pragma once

#include "forms/claims.hpp"
#include "forms/raw_form.hpp"

namespace jixiao {

/// Takes a candidate's rows apart by the layout primitives of its grammar. Claims labels and layout; the cells of
/// values are claimed when the model is built; what no primitive explains is left unclaimed.
RawForm extract_form(Page const& page, FormCandidate const& candidate, FormGrammar const& grammar, ClaimMap& claims);

} // namespace jixiao
