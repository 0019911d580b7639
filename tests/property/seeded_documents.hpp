#pragma once

#include "tests/property/random.hpp"

#include <jixiao/document.hpp>

namespace jixiao::property {

/// A document that no rule finds anything in: one to four forms of one family, with sums, rates and scores that fit.
Document invent_clean_document(Random& random);

} // namespace jixiao::property
