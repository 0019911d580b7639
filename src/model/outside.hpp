#pragma once

#include "forms/candidates.hpp"
#include "forms/claims.hpp"

#include <jixiao/document.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace jixiao {

/// Reads what stands outside the forms: the document's title, its list of contents and its prose sections. Gives the
/// row of the title.
std::optional<std::uint32_t> read_outside(Page const& page, std::vector<FormCandidate> const& candidates,
                                          ClaimMap& claims, Document& document);

} // namespace jixiao
