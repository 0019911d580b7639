#pragma once

#include "grid/reading_builder.hpp"
#include "readers/geometry/page_text.hpp"

namespace jixiao {

/// Reads text aligned by white space by the labels of its headers. False, and nothing is added, when no header of a
/// table of indicators is known in it, nor many labels.
bool read_aligned(PageText& text, ReadingBuilder& builder);

} // namespace jixiao
