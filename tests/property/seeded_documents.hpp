#pragma once

#include "tests/property/random.hpp"

#include <jixiao/document.hpp>

#include <string_view>

namespace jixiao::property {

/// A document that no rule finds anything in: one to four forms of one family, with sums, rates and scores that fit.
Document invent_clean_document(Random& random);

/// The same, of a family: "declaration", "self_evaluation", "target_table".
Document invent_clean_document(Random& random, std::string_view family);

} // namespace jixiao::property
