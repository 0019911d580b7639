#pragma once

#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// Puts the words of all pages into lines, without page numbers and running heads, and marks where gutters part them.
/// `metrics` of boxes are measured when `em` is 0.
PageText make_page_text(std::vector<RawPage> pages, Metrics const& metrics);

} // namespace jixiao
