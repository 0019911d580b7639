#pragma once

#include "forms/candidates.hpp"
#include "forms/form_grammar.hpp"
#include "forms/page.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace jixiao {

/// A cell that was read as a label although one character of it is wrong.
struct MendedLabel {
  std::uint32_t row = 0;
  std::uint32_t cell = 0; ///< index into Reading::cells
  std::string_view label; ///< as the grammar writes it
};

/// Looks in a form's rows for labels of its grammar that are missing from it: a cell that differs from one in a single
/// character (wrong, lost or added) is that label. Marks it on the page. Costs nothing when no label is missing; else
/// the cells without a label times the missing labels.
std::vector<MendedLabel> mend_labels(Page& page, FormCandidate const& candidate, FormGrammar const& grammar);

} // namespace jixiao
