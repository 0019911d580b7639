#pragma once

#include "recognition/pieces/pieces.hpp"

namespace jixiao::recognition {

/// Puts together labels whose lines came to be cells of their own, where rows are not told: the later pieces keep their
/// text and become parts of the first. Linear in the pieces.
void join_labels_over_lines(Page& page, LabelFinder const& labels);

} // namespace jixiao::recognition
