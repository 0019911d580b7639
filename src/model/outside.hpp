#pragma once

#include "forms/candidates.hpp"
#include "forms/claims.hpp"

#include <jixiao/document.hpp>

#include <vector>

namespace jixiao {

/// Reads what stands outside the forms: the document's title and its prose sections.
void read_outside(Page const& page, std::vector<FormCandidate> const& candidates, ClaimMap& claims, Document& document);

} // namespace jixiao
